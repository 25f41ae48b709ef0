package dev.liveartifacts.artifact.person;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The groups in a claim, spelled exactly as the sign-in server spells them. What is not a text is
 * no group; what is beyond the limits is left out, which never gives anybody more.
 */
final class Groups {
  private static final int MOST = 200;
  private static final int LONGEST = 200;

  private Groups() {}

  static List<String> of(@Nullable Object claim) {
    return texts(claim)
        .filter(group -> !group.isBlank() && group.length() <= LONGEST && group.indexOf(0) < 0)
        .toList();
  }

  /** Those that count in shares. */
  static Set<String> kept(List<String> groups) {
    return groups.stream().distinct().limit(MOST).collect(Collectors.toUnmodifiableSet());
  }

  private static Stream<String> texts(@Nullable Object claim) {
    return switch (claim) {
      case JsonArray array ->
          array.stream()
              .filter(JsonString.class::isInstance)
              .map(value -> ((JsonString) value).getString());
      case Collection<?> values ->
          values.stream().filter(String.class::isInstance).map(String.class::cast);
      case JsonString text -> Stream.of(text.getString());
      case String text -> Stream.of(text);
      case null, default -> Stream.empty();
    };
  }
}
