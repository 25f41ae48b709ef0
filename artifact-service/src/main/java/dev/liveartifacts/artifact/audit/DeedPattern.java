package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.audit.Deed.Weight;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table: which requests it names.
 *
 * @param segments of the path; {@code {artifact}}, {@code {connector}} and {@code {tool}} say what
 *     stands there, any other {@code {name}} is not looked at
 */
record DeedPattern(String method, List<String> segments, String action, Weight weight) {
  private static final int FIELDS = 4;

  DeedPattern {
    segments = List.copyOf(segments);
  }

  /** Reads {@code method path action weight}. */
  static DeedPattern of(String line) {
    String[] fields = line.strip().split("\\s+", -1);
    if (fields.length != FIELDS) {
      throw new IllegalStateException("Not a line of the audit log's table: " + line);
    }
    return new DeedPattern(
        fields[0],
        List.of(fields[1].substring(1).split("/", -1)),
        fields[2],
        Weight.valueOf(fields[3].toUpperCase(Locale.ROOT)));
  }

  boolean matches(String asked, List<String> path) {
    if (!method.equals(asked) || path.size() != segments.size()) {
      return false;
    }
    for (int i = 0; i < path.size(); i++) {
      if (!segments.get(i).startsWith("{") && !segments.get(i).equals(path.get(i))) {
        return false;
      }
    }
    return true;
  }

  Deed deed(List<String> path) {
    int tool = segments.indexOf("{tool}");
    return new Deed(
        action,
        weight,
        new Subject(
                id(path, segments.indexOf("{artifact}")),
                id(path, segments.indexOf("{connector}")),
                null,
                tool < 0 ? null : path.get(tool))
            .or(subjectOf(path)));
  }

  /** What an address under {@code /api/artifacts} or {@code /api/connectors} is about. */
  static Subject subjectOf(List<String> path) {
    if (path.size() < 3 || !path.get(0).equals("api")) {
      return Subject.NONE;
    }
    return switch (path.get(1)) {
      case "artifacts" -> new Subject(id(path, 2), null, null, null);
      case "connectors" -> new Subject(null, id(path, 2), null, null);
      default -> Subject.NONE;
    };
  }

  private static @Nullable UUID id(List<String> path, int place) {
    try {
      return place < 0 ? null : UUID.fromString(path.get(place));
    } catch (IllegalArgumentException another) {
      return null;
    }
  }
}
