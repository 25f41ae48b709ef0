package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
   * @param timeZone in which days begin; null if no row is asked for its day
   */
  record Aggregate(
      @NotNull Of of,
      @Nullable @Size(max = 200) String field,
      @NotNull @Size(max = 5) List<@NotNull @Valid Filter> where,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ZoneId timeZone)
      implements Measure {
    public Aggregate {
      where = where == null ? List.of() : List.copyOf(where);
    }

    /** Why these rows cannot be told from others, as a sentence that says what to do. */
    Optional<String> objection() {
      boolean moving = where.stream().anyMatch(filter -> filter.relative() != null);
      return where.stream()
          .map(Filter::objection)
          .flatMap(Optional::stream)
          .findFirst()
          .or(() ->
              moving && timeZone == null
                  ? Optional.of("Say in which time zone days begin, for example Europe/Berlin.")
                  : Optional.empty());
    }

    /** What day it was, for data that was fetched then. */
    Today today(Instant at) {
      return new Today(at, timeZone == null ? ZoneOffset.UTC : timeZone);
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
