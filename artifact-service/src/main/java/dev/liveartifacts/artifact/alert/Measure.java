package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is looked at in the data of a source. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Measure.Aggregate.class, name = "aggregate"),
  @JsonSubTypes.Type(value = Measure.Shape.class, name = "shape"),
  @JsonSubTypes.Type(value = Measure.Connection.class, name = "connection")
})
public sealed interface Measure {

  /**
   * A number made of the rows.
   *
   * @param field null for a count alone
   * @param where the rows that count; all of them if empty
   */
  record Aggregate(
      @NotNull Of of,
      @Nullable @Size(max = 200) String field,
      @NotNull @Size(max = 5) List<@NotNull @Valid Filter> where)
      implements Measure {
    public Aggregate {
      where = where == null ? List.of() : List.copyOf(where);
    }
  }

  /** The structure of the result: its fields and their types, without values. */
  record Shape() implements Measure {}

  /** Whether the source answers at all. */
  record Connection() implements Measure {}

  /** How rows become a number. */
  enum Of {
    COUNT("Number of rows"),
    SUM("Sum"),
    AVERAGE("Average"),
    MIN("Smallest"),
    MAX("Largest");

    private final String words;

    Of(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Of of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
