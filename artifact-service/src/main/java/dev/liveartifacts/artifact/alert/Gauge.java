package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads from the data what a condition is about. */
final class Gauge {
  private Gauge() {}

  /**
   * What the data says.
   *
   * @param at when it was fetched
   */
  static Reading read(Measure measure, Sample sample, Instant at) {
    return switch (measure) {
      case Measure.Aggregate aggregate -> amount(aggregate, sample, aggregate.today(at));
      case Measure.Shape shape -> structure(sample);
      case Measure.Connection connection -> connection(sample);
    };
  }

  private static Reading connection(Sample sample) {
    return switch (sample) {
      case Sample.None none -> notAsked();
      case Sample.Failed(String why) -> new Reading.Lost(why);
      case Sample.Answered answered -> new Reading.Reached();
    };
  }

  private static Reading structure(Sample sample) {
    return switch (sample) {
      case Sample.None none -> notAsked();
      case Sample.Failed(String why) -> new Reading.Silent(why);
      case Sample.Answered(String hash, var rows) when hash != null -> new Reading.Structure(hash);
      case Sample.Answered unknown -> new Reading.Silent("Its structure is not known.");
    };
  }

  private static Reading amount(Measure.Aggregate aggregate, Sample sample, Today today) {
    return switch (sample) {
      case Sample.None none -> notAsked();
      case Sample.Failed(String why) -> new Reading.Silent(why);
      case Sample.Answered(var hash, List<ObjectNode> rows) -> amount(aggregate, rows, today);
    };
  }

  private static Reading amount(Measure.Aggregate aggregate, List<ObjectNode> rows, Today today) {
    Optional<String> gone = gone(aggregate, rows);
    if (gone.isPresent()) {
      return new Reading.Unreadable(
          "The field “%s” is not in the data any more.".formatted(gone.get()));
    }
    Optional<String> dateless = dateless(aggregate, rows, today);
    if (dateless.isPresent()) {
      return new Reading.Unreadable("The field “%s” holds no dates.".formatted(dateless.get()));
    }
    List<ObjectNode> counted =
        rows.stream()
            .filter(row -> aggregate.where().stream().allMatch(filter -> filter.covers(row, today)))
            .toList();
    return aggregate.of() == Measure.Of.COUNT
        ? new Reading.Amount(BigDecimal.valueOf(counted.size()))
        : amount(aggregate.of(), Objects.requireNonNull(aggregate.field()), counted);
  }

  /** A field that no row has, though there are rows. */
  private static Optional<String> gone(Measure.Aggregate aggregate, List<ObjectNode> rows) {
    return rows.isEmpty()
        ? Optional.empty()
        : fields(aggregate).stream()
            .filter(field -> rows.stream().allMatch(row -> Field.of(row, field).isMissingNode()))
            .findFirst();
  }

  /** A field that is asked for its day and has none in any row, though it is filled. */
  private static Optional<String> dateless(
      Measure.Aggregate aggregate, List<ObjectNode> rows, Today today) {
    return aggregate.where().stream()
        .filter(filter -> filter.relative() != null)
        .map(Filter::field)
        .filter(field -> rows.stream().anyMatch(row -> !Field.text(row, field).isBlank()))
        .filter(
            field -> rows.stream().allMatch(row -> Field.day(row, field, today.zone()).isEmpty()))
        .findFirst();
  }

  private static List<String> fields(Measure.Aggregate aggregate) {
    List<String> filtered = aggregate.where().stream().map(Filter::field).toList();
    return aggregate.of() == Measure.Of.COUNT || aggregate.field() == null
        ? filtered
        : Stream.concat(Stream.of(aggregate.field()), filtered.stream()).toList();
  }

  private static Reading amount(Measure.Of of, String field, List<ObjectNode> rows) {
    List<BigDecimal> numbers =
        rows.stream().map(row -> Field.number(row, field)).flatMap(Optional::stream).toList();
    boolean filled = rows.stream().anyMatch(row -> !Field.text(row, field).isBlank());
    if (numbers.isEmpty() && filled) {
      return new Reading.Unreadable("The field “%s” holds no numbers.".formatted(field));
    }
    if (numbers.isEmpty() && of != Measure.Of.SUM) {
      return new Reading.Silent("There are no rows to look at.");
    }
    return new Reading.Amount(of(of, numbers));
  }

  private static BigDecimal of(Measure.Of of, List<BigDecimal> numbers) {
    return switch (of) {
      case COUNT -> BigDecimal.valueOf(numbers.size());
      case SUM -> sum(numbers);
      case AVERAGE ->
          sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
      case MIN -> numbers.stream().min(Comparator.naturalOrder()).orElseThrow();
      case MAX -> numbers.stream().max(Comparator.naturalOrder()).orElseThrow();
    };
  }

  private static BigDecimal sum(List<BigDecimal> numbers) {
    return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Reading notAsked() {
    return new Reading.Silent("This run did not ask for it.");
  }
}
