package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeTime;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows count. Numbers are compared as numbers, everything else as text without regard to
 * upper and lower case; dates in their ISO form are in order as text. What is compared with a time
 * that moves is read as a day.
 *
 * @param value a text, a number, true or false; null means that nothing is there
 * @param relative a {@link RelativeTime} instead of a value, such as {@code today-7d}; null if
 *     there is a value. With {@link Op#IN} it is the whole period: {@code week.start} is this week
 */
public record Filter(
    @NotBlank @Size(max = 200) String field,
    @NotNull Op op,
    @Nullable JsonNode value,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable @Size(max = 40) String relative) {

  /** How a row's field is compared. */
  public enum Op {
    @JsonProperty("=")
    IS("is", "is"),
    @JsonProperty("!=")
    IS_NOT("is not", "is not"),
    @JsonProperty(">")
    ABOVE("is above", "is after"),
    @JsonProperty(">=")
    AT_LEAST("is at least", "is on or after"),
    @JsonProperty("<")
    BELOW("is below", "is before"),
    @JsonProperty("<=")
    AT_MOST("is at most", "is on or before"),
    @JsonProperty("contains")
    CONTAINS("contains", "contains"),
    @JsonProperty("in")
    IN("is in", "is in");

    private final String words;
    private final String timeWords;

    Op(String words, String timeWords) {
      this.words = words;
      this.timeWords = timeWords;
    }

    String words() {
      return words;
    }

    /** The same of days. */
    String timeWords() {
      return timeWords;
    }
  }

  /** Why this compares nothing, as a sentence that says what to do. */
  Optional<String> objection() {
    if (relative == null) {
      return op == Op.IN
          ? Optional.of("Choose the days that “%s” is to be in.".formatted(field))
          : Optional.empty();
    }
    if (op == Op.CONTAINS || (value != null && !value.isNull())) {
      return Optional.of(
          "Compare “%s” with a day or with a value, not with both.".formatted(field));
    }
    try {
      RelativeTime.parse(relative);
      return Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.of(String.valueOf(unknown.getMessage()));
    }
  }

  /**
   * Whether a row counts.
   *
   * @param today says what day it is
   */
  boolean covers(ObjectNode row, Today today) {
    return relative == null
        ? covers(row)
        : today.covers(op, RelativeTime.parse(relative), Field.day(row, field, today.zone()));
  }

  private boolean covers(ObjectNode row) {
    String is = Field.text(row, field);
    String wanted = value == null ? "" : value.asText("");
    return switch (op) {
      case IS -> compared(row, is, wanted) == 0;
      case IS_NOT -> compared(row, is, wanted) != 0;
      case ABOVE -> !is.isEmpty() && compared(row, is, wanted) > 0;
      case AT_LEAST -> !is.isEmpty() && compared(row, is, wanted) >= 0;
      case BELOW -> !is.isEmpty() && compared(row, is, wanted) < 0;
      case AT_MOST -> !is.isEmpty() && compared(row, is, wanted) <= 0;
      case CONTAINS -> lower(is).contains(lower(wanted));
      case IN -> false;
    };
  }

  private int compared(ObjectNode row, String is, String wanted) {
    Optional<BigDecimal> one = Field.number(row, field);
    Optional<BigDecimal> other = Field.number(wanted);
    return one.isPresent() && other.isPresent()
        ? one.get().compareTo(other.get())
        : lower(is).compareTo(lower(wanted));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}
