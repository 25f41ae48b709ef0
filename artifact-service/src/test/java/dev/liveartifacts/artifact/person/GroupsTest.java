package dev.liveartifacts.artifact.person;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupsTest {
  @Test
  void a_claim_is_a_list_of_texts_or_one_text() {
    assertThat(Groups.of(Json.createArrayBuilder().add("finance").add("Sales EU").build()))
        .containsExactly("finance", "Sales EU");
    assertThat(Groups.of(List.of("finance", "/org/sales")))
        .containsExactly("finance", "/org/sales");
    assertThat(Groups.of("finance")).containsExactly("finance");
    assertThat(Groups.of(Json.createValue("finance"))).containsExactly("finance");
  }

  @Test
  void what_is_no_text_is_no_group() {
    assertThat(Groups.of(null)).isEmpty();
    assertThat(Groups.of(7)).isEmpty();
    assertThat(Groups.of(Json.createArrayBuilder().add(7).addNull().add(true).add(" ").build()))
        .isEmpty();
    assertThat(Groups.of(List.of("with\0nothing", "x".repeat(201)))).isEmpty();
  }

  @Test
  void of_very_many_groups_two_hundred_count_in_shares() {
    List<String> many = IntStream.range(0, 1_000).mapToObj(number -> "g" + number).toList();

    assertThat(Groups.kept(Groups.of(many))).hasSize(200).contains("g0", "g199");
  }
}
