package dev.liveartifacts.connector.shape;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {
  static byte[] structured(String json) {
    return ("{\"content\":[],\"structuredContent\":" + json + "}").getBytes(StandardCharsets.UTF_8);
  }

  static Shape shape(String json) {
    return Observation.of(structured(json)).shape();
  }

  private static List<FieldChange> changes(Shape from, Shape to) {
    return Drift.between(new KeptShape(from, Map.of()), new KeptShape(to, Map.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\":1}; {\"a\":2.5}; whole and other numbers",
        "{\"a\":1,\"b\":\"x\"}; {\"b\":\"y\",\"a\":2}; another order",
        "{\"a\":1}; {\"a\":1,\"b\":null}; null and missing",
        "[{\"a\":1}]; [{\"a\":1},{\"a\":2},{\"a\":null},{}]; fewer and more rows",
        "{\"2024-01-01\":1,\"2024-01-02\":2}; {\"2025-01-01\":1}; dates as names",
        "{\"u\":{\"17\":{\"n\":1}}}; {\"u\":{\"18\":{\"n\":2},\"19\":{\"n\":3}}}; ids as names"
      })
  void the_same_structure_has_the_same_hash(String one, String other, String because) {
    assertThat(shape(one).hash()).as(because).isEqualTo(shape(other).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"a\":1}; {\"b\":1}",
        "{\"a\":1}; {\"a\":\"1\"}",
        "{\"a\":1}; {\"a\":[1]}",
        "{\"a\":1}; [{\"a\":1}]",
        "{\"a\":{\"b\":1}}; {\"a.b\":1}"
      })
  void another_structure_has_another_hash(String one, String other) {
    assertThat(shape(one).hash()).isNotEqualTo(shape(other).hash());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"deals\":[{\"id\":1}]}; {\"deals\":[]}; an empty list",
        "{\"deals\":[{\"id\":1}]}; {\"deals\":null}; no list",
        "{\"deals\":[{\"id\":1,\"owner\":{\"name\":\"x\"}}]}; {\"deals\":[{\"id\":2,\"owner\":null}]}; null",
        "[{\"id\":1,\"note\":\"x\"},{\"id\":2}]; [{\"id\":3}]; an optional field that nobody has",
        "[{\"id\":1,\"v\":1},{\"id\":2,\"v\":\"x\"}]; [{\"id\":1,\"v\":1}]; one of two types"
      })
  void what_a_later_result_does_not_show_does_not_change_the_hash(
      String first, String later, String because) {
    Shape known = shape(first);

    Shape next = known.updated(shape(later));

    assertThat(next.hash()).as(because).isEqualTo(known.hash());
    assertThat(next.updated(shape(first)).hash()).isEqualTo(known.hash());
  }

  @Test
  void a_field_that_comes_and_goes_settles_as_optional() {
    Shape known = shape("{\"id\":1,\"phone\":\"1\"}");

    Shape without = known.updated(shape("{\"id\":1}"));
    Shape again = without.updated(shape("{\"id\":1,\"phone\":\"1\"}"));
    Shape gone = again.updated(shape("{\"id\":1}"));

    assertThat(without.hash()).isNotEqualTo(known.hash());
    assertThat(again.hash()).isEqualTo(known.hash());
    assertThat(gone.hash()).isEqualTo(known.hash());
  }

  @Test
  void a_type_that_comes_and_goes_settles_as_both() {
    Shape known = shape("{\"v\":1}").updated(shape("{\"v\":\"x\"}")).updated(shape("{\"v\":2}"));

    assertThat(known.updated(shape("{\"v\":\"y\"}")).hash()).isEqualTo(known.hash());
    assertThat(known.updated(shape("{\"v\":3}")).hash()).isEqualTo(known.hash());
  }

  @Test
  void what_was_learned_survives_being_kept() {
    Shape shape =
        shape("[{\"id\":1,\"a.b\":null,\"tags\":[\"x\"]},{\"id\":\"2\"}]")
            .updated(shape("[{\"id\":1}]"))
            .updated(shape("[{\"id\":true,\"new\":{}}]"));

    assertThat(ShapeText.read(ShapeText.write(shape))).isEqualTo(shape);
  }

  @Test
  void each_difference_is_reported_field_by_field() {
    Shape from = shape("{\"deals\":[{\"id\":1,\"amount\":10,\"stage\":\"Won\",\"x\":true}]}");
    Shape to = shape("{\"deals\":[{\"id\":\"D-1\",\"amount\":10,\"city\":\"Bern\",\"x\":true}]}");

    assertThat(changes(from, to))
        .containsExactly(
            new FieldChange(FieldChange.Change.RETYPED, "deals[].id", "number", "string"),
            new FieldChange(FieldChange.Change.GONE, "deals[].stage", "string", null),
            new FieldChange(FieldChange.Change.NEW, "deals[].city", null, "string"));
  }

  @Test
  void a_shape_does_not_differ_from_itself_nor_from_an_empty_result() {
    Shape full = shape("{\"deals\":[{\"id\":1}],\"next\":\"x\"}");

    assertThat(changes(full, full)).isEmpty();
    assertThat(changes(full, shape("{\"deals\":[],\"next\":null}"))).isEmpty();
  }

  @Test
  void data_that_moves_from_structured_content_into_text_is_a_difference() {
    Shape text =
        Observation.of(
                "{\"content\":[{\"type\":\"text\",\"text\":\"{\\\"a\\\":1}\"}]}"
                    .getBytes(StandardCharsets.UTF_8))
            .shape();

    assertThat(text.hash()).isNotEqualTo(shape("{\"a\":1}").hash());
    assertThat(changes(shape("{\"a\":1}"), text))
        .containsExactly(
            new FieldChange(FieldChange.Change.RETYPED, "", "structured content", "JSON in text"));
  }

  @Test
  void a_shape_holds_no_value() {
    Observation seen = Observation.of(structured("[{\"name\":\"Ada Lovelace\",\"pay\":4711}]"));

    String kept = ShapeText.write(seen.shape()) + ShapeText.write(seen.traces());

    assertThat(kept).doesNotContain("Ada").doesNotContain("4711").contains("name").contains("pay");
  }
}
