package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.contracts.relative.RelativeTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what an alert is about, and what happened, in a person's words. */
final class AlertWords {
  private static final int DECIMALS = 4;

  private AlertWords() {}

  /** For example "Sum of amount in Acme CRM · list deals is above 100,000". */
  static String condition(Condition condition, String connector) {
    return switch (condition.measure()) {
      case Measure.Aggregate aggregate ->
          "%s in %s %s"
              .formatted(
                  subject(aggregate),
                  source(condition, connector),
                  comparison(Objects.requireNonNull(condition.comparison())));
      case Measure.Shape shape -> "The fields of %s change".formatted(source(condition, connector));
      case Measure.Connection connection ->
          "%s cannot be reached".formatted(source(condition, connector));
    };
  }

  /**
   * What a run found, whether it is worth telling or not.
   *
   * @param last what the run before said
   */
  static String found(
      Condition condition, String connector, @Nullable String last, Reading reading) {
    return switch (reading) {
      case Reading.Amount(BigDecimal value) -> amount(condition, last, value);
      case Reading.Structure(String hash) ->
          last == null || last.equals(hash)
              ? "The fields are the same as before."
              : "The fields of %s have changed.".formatted(source(condition, connector));
      case Reading.Reached reached -> "%s answers.".formatted(connector);
      case Reading.Lost(String why) -> "%s could not be reached: %s".formatted(connector, why);
      case Reading.Silent(String why) -> why;
      case Reading.Unreadable(String why) -> why;
    };
  }

  /** {@code 120,400.5}: never more than four decimals, and no zeros behind them. */
  static String number(BigDecimal value) {
    DecimalFormat format =
        new DecimalFormat("#,##0.####", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    format.setMaximumFractionDigits(DECIMALS);
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(value);
  }

  private static String amount(Condition condition, @Nullable String last, BigDecimal value) {
    String subject =
        condition.measure() instanceof Measure.Aggregate aggregate ? subject(aggregate) : "It";
    Comparison comparison = Objects.requireNonNull(condition.comparison());
    return switch (comparison.op()) {
      case CHANGES_BY, CHANGES ->
          last == null
              ? "%s is %s.".formatted(subject, number(value))
              : changed(subject, new BigDecimal(last), value);
      case ABOVE, AT_LEAST, BELOW, AT_MOST, IS, IS_NOT ->
          "%s is %s, %s%s %s."
              .formatted(
                  subject,
                  number(value),
                  comparison.holds(value, null) ? "" : "not ",
                  comparison.op().words(),
                  number(Objects.requireNonNull(comparison.value())));
    };
  }

  private static String changed(String subject, BigDecimal was, BigDecimal is) {
    return was.compareTo(is) == 0
        ? "%s is %s, as before.".formatted(subject, number(is))
        : "%s went from %s to %s.".formatted(subject, number(was), number(is));
  }

  private static String subject(Measure.Aggregate aggregate) {
    String subject =
        aggregate.of() == Measure.Of.COUNT
            ? aggregate.of().words()
            : aggregate.of().words() + " of " + aggregate.field();
    return aggregate.where().isEmpty()
        ? subject
        : subject
            + " where "
            + aggregate.where().stream()
                .map(AlertWords::filter)
                .collect(Collectors.joining(" and "));
  }

  private static String filter(Filter filter) {
    if (filter.relative() != null) {
      return "%s %s".formatted(filter.field(), time(filter));
    }
    return filter.value() == null || filter.value().isNull()
        ? "%s %s empty".formatted(filter.field(), filter.op().words())
        : "%s %s %s".formatted(filter.field(), filter.op().words(), filter.value().asText());
  }

  private static String time(Filter filter) {
    RelativeTime time = RelativeTime.parse(Objects.requireNonNull(filter.relative()));
    if (filter.op() != Filter.Op.IN) {
      return filter.op().timeWords() + " " + time.words();
    }
    Filter.Op op = time.isOneDay() ? Filter.Op.IS : Filter.Op.IN;
    return op.timeWords() + " " + time.periodWords();
  }

  private static String comparison(Comparison comparison) {
    BigDecimal value = comparison.value();
    return switch (comparison.op()) {
      case CHANGES -> "changes";
      case CHANGES_BY ->
          "changes by at least %s%s"
              .formatted(number(Objects.requireNonNull(value)), comparison.percent() ? " %" : "");
      case ABOVE, AT_LEAST, BELOW, AT_MOST, IS, IS_NOT ->
          "is %s %s".formatted(comparison.op().words(), number(Objects.requireNonNull(value)));
    };
  }

  private static String source(Condition condition, String connector) {
    String tool = condition.tool();
    return tool == null ? connector : connector + " · " + tool.replace('_', ' ');
  }
}
