package dev.liveartifacts.artifact.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is different between two lists of rows.
 *
 * @param key the fields by which the rows are told apart; empty if whole rows are compared, so that
 *     one that changed counts as one gone and one new
 * @param unchanged how many are the same on both sides
 */
record Difference(List<String> key, Listed added, Listed removed, Changed changed, int unchanged) {
  /** Rows beyond these are counted and not shown. */
  static final int MOST_SHOWN = 50;

  /** How many there are, and the first of them. */
  record Listed(int count, List<ObjectNode> rows) {}

  /** How many rows say something else than before, and the first of them. */
  record Changed(int count, List<ChangedRow> rows) {}

  /**
   * @param key the fields that name the row
   */
  record ChangedRow(ObjectNode key, List<FieldChange> fields) {}

  /** A field that says something else. */
  record FieldChange(String field, JsonNode was, JsonNode is) {}

  static Difference nothing(List<String> key, int rows) {
    return new Difference(
        key, listed(List.of()), listed(List.of()), new Changed(0, List.of()), rows);
  }

  /**
   * @param key its values are different in every row of a side; empty to compare whole rows
   */
  static Difference of(List<String> key, List<ObjectNode> was, List<ObjectNode> is) {
    return key.isEmpty() ? whole(was, is) : byKey(key, was, is);
  }

  /** Of two things that are no lists: one row each, which are the same thing. */
  static Difference ofSingles(ObjectNode was, ObjectNode is) {
    ChangedRow row = changes(List.of(), was, is);
    boolean same = row.fields().isEmpty();
    return new Difference(
        List.of(),
        listed(List.of()),
        listed(List.of()),
        new Changed(same ? 0 : 1, same ? List.of() : List.of(row)),
        same ? 1 : 0);
  }

  private static Difference byKey(List<String> key, List<ObjectNode> was, List<ObjectNode> is) {
    Map<List<JsonNode>, ObjectNode> before = new LinkedHashMap<>();
    was.forEach(row -> before.put(RowKey.values(key, row), row));
    List<ObjectNode> added = new ArrayList<>();
    List<ChangedRow> changed = new ArrayList<>();
    int unchanged = 0;
    for (ObjectNode row : is) {
      ObjectNode old = before.remove(RowKey.values(key, row));
      if (old == null) {
        added.add(row);
      } else if (Values.same(old, row)) {
        unchanged++;
      } else {
        changed.add(changes(key, old, row));
      }
    }
    return new Difference(
        key,
        listed(added),
        listed(List.copyOf(before.values())),
        new Changed(changed.size(), changed.stream().limit(MOST_SHOWN).toList()),
        unchanged);
  }

  /** As often as a row is there before, it can be found after. */
  private static Difference whole(List<ObjectNode> was, List<ObjectNode> is) {
    Map<JsonNode, Deque<ObjectNode>> before = new HashMap<>();
    was.forEach(
        row -> before.computeIfAbsent(Values.canonical(row), same -> new ArrayDeque<>()).add(row));
    List<ObjectNode> added =
        is.stream()
            .filter(row ->
                Objects.requireNonNullElse(before.get(Values.canonical(row)), new ArrayDeque<>())
                        .poll()
                    == null)
            .toList();
    List<ObjectNode> removed = before.values().stream().flatMap(Deque::stream).toList();
    return new Difference(
        List.of(),
        listed(added),
        listed(removed),
        new Changed(0, List.of()),
        is.size() - added.size());
  }

  private static ChangedRow changes(List<String> key, ObjectNode was, ObjectNode is) {
    Set<String> names = new LinkedHashSet<>();
    Stream.of(was, is)
        .flatMap(row -> row.properties().stream())
        .forEach(field -> names.add(field.getKey()));
    ObjectNode name = JsonNodeFactory.instance.objectNode();
    key.forEach(field -> name.set(field, Values.shown(is.path(field))));
    return new ChangedRow(
        name,
        names.stream()
            .filter(field -> !Values.same(was.path(field), is.path(field)))
            .limit(MOST_SHOWN)
            .map(field ->
                new FieldChange(field, Values.shown(was.path(field)), Values.shown(is.path(field))))
            .toList());
  }

  private static Listed listed(List<ObjectNode> rows) {
    return new Listed(rows.size(), rows.stream().limit(MOST_SHOWN).map(Values::shown).toList());
  }
}
