package dev.liveartifacts.demo.mcp;

import io.quarkiverse.mcp.server.ToolCallException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads tool arguments; one that is no good becomes a sentence that says what would be. */
public final class Arguments {
  private static final int MAX_LIMIT = 1_000;

  private Arguments() {}

  public static Optional<LocalDate> date(String name, @Nullable String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException e) {
      throw new ToolCallException(
          "\"%s\" must be a date like 2026-03-31, but was \"%s\".".formatted(name, text));
    }
  }

  public static Period period(@Nullable String from, @Nullable String to, Period otherwise) {
    LocalDate first = date("from", from).orElse(otherwise.from());
    LocalDate last = date("to", to).orElse(otherwise.to());
    if (first.isAfter(last)) {
      throw new ToolCallException(
          "\"from\" (%s) must not be after \"to\" (%s).".formatted(first, last));
    }
    return new Period(first, last);
  }

  public static int limit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ToolCallException(
          "\"limit\" must be between 1 and %d, but was %d.".formatted(MAX_LIMIT, limit));
    }
    return limit;
  }

  public static <E extends Enum<E>> Optional<E> choice(
      String name, @Nullable String text, Class<E> choices) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(choices.getEnumConstants())
            .filter(choice -> word(choice).equals(word(text)))
            .findFirst()
            .orElseThrow(() -> notAmong(name, text, choices)));
  }

  private static ToolCallException notAmong(
      String name, String text, Class<? extends Enum<?>> choices) {
    List<? extends Enum<?>> all = List.of(choices.getEnumConstants());
    String words = all.stream().map(Arguments::word).collect(Collectors.joining(", "));
    return new ToolCallException(
        "\"%s\" must be one of %s, but was \"%s\".".formatted(name, words, text));
  }

  private static String word(Enum<?> choice) {
    return word(choice.name());
  }

  private static String word(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
  }
}
