package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a number is one to be told about.
 *
 * @param value the threshold, or the least change; null where anything is a change
 * @param percent true if {@code value} is a share of what the number was before
 */
public record Comparison(
    @NotNull Op op,
    @Nullable @Digits(integer = 20, fraction = 10) BigDecimal value,
    boolean percent) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** How a number is compared, with a threshold or with the run before. */
  public enum Op {
    @JsonProperty(">")
    ABOVE("above"),
    @JsonProperty(">=")
    AT_LEAST("at least"),
    @JsonProperty("<")
    BELOW("below"),
    @JsonProperty("<=")
    AT_MOST("at most"),
    @JsonProperty("=")
    IS("exactly"),
    @JsonProperty("!=")
    IS_NOT("other than"),
    @JsonProperty("changes_by")
    CHANGES_BY("changed by at least"),
    @JsonProperty("changes")
    CHANGES("changed");

    private final String words;

    Op(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Why this compares nothing, as a sentence that says what to do. */
  Optional<String> objection() {
    if (op == Op.CHANGES) {
      return Optional.empty();
    }
    if (value == null) {
      return Optional.of("Enter the number to compare with.");
    }
    return op == Op.CHANGES_BY && value.signum() <= 0
        ? Optional.of("The change to be told about has to be more than 0.")
        : Optional.empty();
  }

  /**
   * Whether the number is one to be told about.
   *
   * @param before what it was at the last run that had it; null if there is none
   */
  boolean holds(BigDecimal is, @Nullable BigDecimal before) {
    return switch (op) {
      case ABOVE -> is.compareTo(threshold()) > 0;
      case AT_LEAST -> is.compareTo(threshold()) >= 0;
      case BELOW -> is.compareTo(threshold()) < 0;
      case AT_MOST -> is.compareTo(threshold()) <= 0;
      case IS -> is.compareTo(threshold()) == 0;
      case IS_NOT -> is.compareTo(threshold()) != 0;
      case CHANGES_BY -> before != null && change(is, before).compareTo(threshold()) >= 0;
      case CHANGES -> before != null && is.compareTo(before) != 0;
    };
  }

  /** From nothing to something is more than any share. */
  private BigDecimal change(BigDecimal is, BigDecimal before) {
    BigDecimal change = is.subtract(before).abs();
    if (!percent || change.signum() == 0) {
      return change;
    }
    return before.signum() == 0
        ? threshold()
        : change.multiply(HUNDRED).divide(before.abs(), MathContext.DECIMAL64);
  }

  private BigDecimal threshold() {
    return Objects.requireNonNull(value);
  }
}
