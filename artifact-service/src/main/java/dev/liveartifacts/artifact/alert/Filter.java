package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows count. Numbers are compared as numbers, everything else as text without regard to
 * upper and lower case; dates in their ISO form are in order as text.
 *
 * @param value a text, a number, true or false; null means that nothing is there
 */
public record Filter(
    @NotBlank @Size(max = 200) String field, @NotNull Op op, @Nullable JsonNode value) {

  /** How a row's field is compared. */
  public enum Op {
    @JsonProperty("=")
    IS("is"),
    @JsonProperty("!=")
    IS_NOT("is not"),
    @JsonProperty(">")
    ABOVE("is above"),
    @JsonProperty(">=")
    AT_LEAST("is at least"),
    @JsonProperty("<")
    BELOW("is below"),
    @JsonProperty("<=")
    AT_MOST("is at most"),
    @JsonProperty("contains")
    CONTAINS("contains");

    private final String words;

    Op(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  boolean covers(ObjectNode row) {
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
