package dev.liveartifacts.artifact.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields by which rows are told apart: found by their names and by being different in every
 * row, before and after.
 */
final class RowKey {
  /** More fields than this have no part in a key of two. */
  private static final int MOST_IN_PAIRS = 8;

  private static final int MOST_FIELDS = 60;
  private static final int ANY_NAME = 1;
  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("id", 9),
          Map.entry("uuid", 9),
          Map.entry("guid", 9),
          Map.entry("key", 8),
          Map.entry("number", 7),
          Map.entry("no", 7),
          Map.entry("nr", 7),
          Map.entry("code", 6),
          Map.entry("sku", 6),
          Map.entry("ref", 6),
          Map.entry("reference", 6),
          Map.entry("slug", 6),
          Map.entry("email", 5),
          Map.entry("url", 4),
          Map.entry("name", 3),
          Map.entry("title", 3),
          Map.entry("subject", 3));

  private RowKey() {}

  /**
   * The best first; each could tell the rows apart.
   *
   * @param was the rows before
   * @param is the rows after
   */
  static List<String> candidates(List<ObjectNode> was, List<ObjectNode> is) {
    return fields(was, is).stream().filter(field -> unique(List.of(field), was, is)).toList();
  }

  /** Empty if nothing tells the rows apart. */
  static List<String> of(List<ObjectNode> was, List<ObjectNode> is) {
    List<String> candidates = candidates(was, is);
    return candidates.stream()
        .filter(field -> rank(field) > ANY_NAME || staysTheSame(field, was, is))
        .findFirst()
        .map(List::of)
        .or(() -> pair(was, is))
        .orElse(List.of());
  }

  /** True if no two rows of a side have the same values there. */
  static boolean unique(List<String> key, List<ObjectNode> was, List<ObjectNode> is) {
    return unique(key, was) && unique(key, is);
  }

  static List<JsonNode> values(List<String> key, ObjectNode row) {
    return key.stream().map(row::path).map(RowKey::comparable).toList();
  }

  private static Optional<List<String>> pair(List<ObjectNode> was, List<ObjectNode> is) {
    List<String> fields =
        fields(was, is).stream()
            .filter(field -> rank(field) > ANY_NAME || staysTheSame(field, was, is))
            .limit(MOST_IN_PAIRS)
            .toList();
    List<List<String>> pairs = new ArrayList<>();
    for (int first = 0; first < fields.size(); first++) {
      for (int second = first + 1; second < fields.size(); second++) {
        pairs.add(List.of(fields.get(first), fields.get(second)));
      }
    }
    return pairs.stream().filter(pair -> unique(pair, was, is)).findFirst();
  }

  /** The fields that have a value in every row, those that sound like a key first. */
  private static List<String> fields(List<ObjectNode> was, List<ObjectNode> is) {
    Set<String> names =
        Stream.concat(was.stream().limit(1), is.stream().limit(1))
            .flatMap(row -> row.properties().stream().map(Map.Entry::getKey))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return names.stream()
        .limit(MOST_FIELDS)
        .filter(name -> always(was, row -> tells(row.path(name))))
        .filter(name -> always(is, row -> tells(row.path(name))))
        .sorted(Comparator.comparing(RowKey::rank).reversed())
        .toList();
  }

  private static boolean always(List<ObjectNode> rows, Predicate<ObjectNode> holds) {
    return rows.stream().allMatch(holds);
  }

  /** Texts and whole numbers do; amounts and flags do not. */
  private static boolean tells(JsonNode value) {
    return value.isTextual()
        ? !value.textValue().isBlank()
        : value.isNumber() && comparable(value).decimalValue().scale() <= 0;
  }

  private static boolean unique(List<String> key, List<ObjectNode> rows) {
    Set<List<JsonNode>> seen = new HashSet<>();
    return rows.stream().allMatch(row -> seen.add(values(key, row)));
  }

  /** A field without a telling name has to prove itself: most of its values are on both sides. */
  private static boolean staysTheSame(String field, List<ObjectNode> was, List<ObjectNode> is) {
    Set<JsonNode> before =
        was.stream().map(row -> comparable(row.path(field))).collect(Collectors.toSet());
    long stayed =
        is.stream().map(row -> comparable(row.path(field))).filter(before::contains).count();
    return stayed * 2 >= Math.max(1, Math.min(was.size(), is.size()));
  }

  static int rank(String field) {
    String[] words =
        field.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT).split("[^a-z0-9]+");
    int rank = words.length == 0 ? 0 : WORDS.getOrDefault(words[words.length - 1], 0);
    return rank == 0 ? ANY_NAME : rank * 2 + (words.length == 1 ? 1 : 0);
  }

  private static JsonNode comparable(JsonNode value) {
    return Values.normal(value);
  }
}
