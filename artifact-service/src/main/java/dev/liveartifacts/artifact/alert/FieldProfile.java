package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A field of rows, for choosing it.
 *
 * @param number true if it can be added up
 * @param date true if it holds dates in their ISO form
 * @param examples a few different values as text, none longer than 60 characters
 */
record FieldProfile(String name, boolean number, boolean date, List<String> examples) {
  private static final int MOST_ROWS = 200;
  private static final int MOST_FIELDS = 60;
  private static final int MOST_EXAMPLES = 6;
  private static final int LONGEST_EXAMPLE = 60;

  FieldProfile {
    examples = List.copyOf(examples);
  }

  /** The fields of the first rows, those inside fields by their path. */
  static List<FieldProfile> of(List<ObjectNode> rows) {
    List<ObjectNode> first = rows.stream().limit(MOST_ROWS).toList();
    Set<String> names = new LinkedHashSet<>();
    first.forEach(row -> names(row).forEach(names::add));
    return names.stream().limit(MOST_FIELDS).map(name -> of(name, first)).toList();
  }

  private static Stream<String> names(ObjectNode row) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : row.properties()) {
      if (entry.getValue() instanceof ObjectNode inner) {
        inner.fieldNames().forEachRemaining(name -> names.add(entry.getKey() + "." + name));
      } else if (!entry.getValue().isArray()) {
        names.add(entry.getKey());
      }
    }
    return names.stream();
  }

  private static FieldProfile of(String name, List<ObjectNode> rows) {
    List<ObjectNode> filled =
        rows.stream().filter(row -> !Field.text(row, name).isBlank()).toList();
    boolean number =
        !filled.isEmpty() && filled.stream().allMatch(row -> Field.number(row, name).isPresent());
    boolean date =
        !filled.isEmpty()
            && filled.stream()
                .allMatch(row ->
                    Field.of(row, name).isTextual()
                        && Field.day(row, name, ZoneOffset.UTC).isPresent());
    List<String> examples =
        filled.stream()
            .map(row -> Field.text(row, name))
            .filter(text -> text.length() <= LONGEST_EXAMPLE)
            .distinct()
            .limit(MOST_EXAMPLES)
            .toList();
    return new FieldProfile(name, number, date, examples);
  }
}
