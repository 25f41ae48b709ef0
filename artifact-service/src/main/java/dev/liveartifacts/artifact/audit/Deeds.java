package dev.liveartifacts.artifact.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Names requests by the table in {@code audit/deeds.txt}. What changes something and is not in it
 * is written down by a general name; what reads, only when it is refused.
 */
final class Deeds {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final List<DeedPattern> patterns;

  Deeds(List<DeedPattern> patterns) {
    this.patterns = List.copyOf(patterns);
  }

  static Deeds fromTable() {
    try (InputStream in =
            Objects.requireNonNull(Deeds.class.getResourceAsStream("/audit/deeds.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new Deeds(
          lines
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(DeedPattern::of)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param path normalised
   */
  Deed of(String method, String path) {
    List<String> segments = List.of(path.substring(1).split("/", -1));
    String verb = method.equals("HEAD") ? "GET" : method;
    return patterns.stream()
        .filter(pattern -> pattern.matches(verb, segments))
        .findFirst()
        .map(pattern -> pattern.deed(segments))
        .orElseGet(() -> unnamed(method, segments));
  }

  private static Deed unnamed(String method, List<String> segments) {
    boolean reads = READING.contains(method);
    return new Deed(
        reads ? "other.read" : "other.change",
        reads ? Deed.Weight.ASIDE : Deed.Weight.CHANGE,
        DeedPattern.subjectOf(segments));
  }
}
