package dev.liveartifacts.artifact.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  @Test
  void rows_are_added_removed_and_changed_by_key_whatever_their_order() {
    Difference difference =
        Difference.of(
            List.of("id"),
            rows("[{\"id\":1,\"a\":1},{\"id\":2,\"a\":1},{\"id\":3,\"a\":1}]"),
            rows("[{\"id\":4,\"a\":1},{\"id\":3.0,\"a\":1.0},{\"id\":2,\"a\":2,\"b\":null}]"));

    assertThat(difference.added().rows())
        .extracting(row -> row.path("id").intValue())
        .containsExactly(4);
    assertThat(difference.removed().rows())
        .extracting(row -> row.path("id").intValue())
        .containsExactly(1);
    assertThat(difference.unchanged()).as("1.0 is 1, and what is missing is null").isEqualTo(1);
    assertThat(difference.changed().rows())
        .singleElement()
        .satisfies(row -> {
          assertThat(row.key().toString()).isEqualTo("{\"id\":2}");
          assertThat(row.fields()).extracting(Difference.FieldChange::field).containsExactly("a");
        });
  }

  @Test
  void without_a_key_whole_rows_are_compared_as_often_as_they_come() {
    Difference difference =
        Difference.of(
            List.of(),
            rows("[{\"a\":1},{\"a\":1},{\"a\":2}]"),
            rows("[{\"a\":1.0},{\"a\":3},{\"a\":2}]"));

    assertThat(difference.unchanged()).isEqualTo(2);
    assertThat(difference.added().count()).isEqualTo(1);
    assertThat(difference.removed().count()).isEqualTo(1);
    assertThat(difference.changed().count()).isZero();
  }

  @Test
  void what_is_no_list_changes_field_by_field() {
    ObjectNode was = rows("[{\"total\":5,\"at\":{\"x\":1,\"y\":[1]}}]").getFirst();
    ObjectNode is = rows("[{\"total\":6,\"at\":{\"y\":[1.0],\"x\":1}}]").getFirst();

    assertThat(Difference.ofSingles(was, is).changed().rows().getFirst().fields())
        .extracting(Difference.FieldChange::field)
        .containsExactly("total");
    assertThat(Difference.ofSingles(was, was).unchanged()).isEqualTo(1);
  }

  @Test
  void fifty_rows_are_shown_and_all_are_counted() {
    List<ObjectNode> many =
        IntStream.range(0, 1_000).mapToObj(i -> JSON.createObjectNode().put("id", i)).toList();

    Difference difference = Difference.of(List.of("id"), List.of(), many);

    assertThat(difference.added().count()).isEqualTo(1_000);
    assertThat(difference.added().rows()).hasSize(50);
  }

  @Test
  void long_values_are_cut() {
    ObjectNode row = JSON.createObjectNode().put("id", 1).put("text", "x".repeat(10_000));

    JsonNode text =
        Difference.of(List.of("id"), List.of(), List.of(row))
            .added()
            .rows()
            .getFirst()
            .path("text");

    assertThat(text.textValue()).hasSize(501).endsWith("…");
  }

  static List<ObjectNode> rows(String json) {
    try {
      return StreamSupport.stream(JSON.readTree(json).spliterator(), false)
          .map(ObjectNode.class::cast)
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
