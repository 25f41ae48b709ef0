package dev.liveartifacts.connector.catalogue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** The presets of the one data file, searched by words. */
@ApplicationScoped
public class Catalogue {
  private static final String FILE = "/catalogue/connectors.json";

  private final List<Preset> presets;

  public Catalogue() {
    this.presets = read();
  }

  /** How the data file is written. */
  record Pages(String about, List<Preset> connectors) {}

  /**
   * Presets that hold every word, those whose name begins with the first word first.
   *
   * @param query words; all presets if there is none
   */
  List<Preset> find(String query) {
    List<String> words =
        Stream.of(query.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    String first = words.isEmpty() ? "" : words.getFirst();
    return presets.stream()
        .filter(preset -> words.stream().allMatch(preset.text()::contains))
        .sorted(
            Comparator.comparing(
                preset -> !preset.name().toLowerCase(Locale.ROOT).startsWith(first)))
        .toList();
  }

  private static List<Preset> read() {
    try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file, FILE), Pages.class).connectors().stream()
              .sorted(Comparator.comparing(preset -> preset.name().toLowerCase(Locale.ROOT)))
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The catalogue of connectors is not readable", e);
    }
  }
}
