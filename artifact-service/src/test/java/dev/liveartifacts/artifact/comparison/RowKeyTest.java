package dev.liveartifacts.artifact.comparison;

import static dev.liveartifacts.artifact.comparison.DifferenceTest.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowKeyTest {
  @Test
  void an_id_is_the_key_wherever_it_stands() {
    List<ObjectNode> rows =
        rows(
            "[{\"name\":\"A\",\"dealId\":7,\"sum\":1.5},{\"name\":\"B\",\"dealId\":8,\"sum\":2.5}]");

    assertThat(RowKey.of(rows, rows)).containsExactly("dealId");
    assertThat(RowKey.candidates(rows, rows)).containsExactly("dealId", "name");
  }

  @Test
  void an_id_that_is_not_unique_is_none() {
    List<ObjectNode> rows =
        rows("[{\"id\":1,\"invoice_number\":\"R1\"},{\"id\":1,\"invoice_number\":\"R2\"}]");

    assertThat(RowKey.of(rows, rows)).containsExactly("invoice_number");
  }

  @Test
  void a_field_without_a_telling_name_has_to_stay_the_same() {
    List<ObjectNode> was =
        rows("[{\"due\":\"Mon\",\"stage\":\"won\"},{\"due\":\"Tue\",\"stage\":\"lost\"}]");
    List<ObjectNode> is =
        rows("[{\"due\":\"Wed\",\"stage\":\"won\"},{\"due\":\"Thu\",\"stage\":\"lost\"}]");

    assertThat(RowKey.of(was, is)).containsExactly("stage");
  }

  @Test
  void two_fields_together_tell_apart_what_one_does_not() {
    List<ObjectNode> rows =
        rows(
            "[{\"region\":\"N\",\"month\":\"1\"},{\"region\":\"N\",\"month\":\"2\"},{\"region\":\"S\",\"month\":\"1\"}]");

    assertThat(RowKey.of(rows, rows)).containsExactlyInAnyOrder("region", "month");
  }

  @Test
  void amounts_and_flags_are_no_keys() {
    List<ObjectNode> rows = rows("[{\"sum\":1.5,\"open\":true},{\"sum\":2.5,\"open\":false}]");

    assertThat(RowKey.of(rows, rows)).isEmpty();
  }

  @Test
  void names_sound_like_keys_by_their_last_word() {
    assertThat(RowKey.rank("id")).isGreaterThan(RowKey.rank("customerId"));
    assertThat(RowKey.rank("customer_id")).isEqualTo(RowKey.rank("customerId"));
    assertThat(RowKey.rank("customerId")).isGreaterThan(RowKey.rank("name"));
    assertThat(RowKey.rank("paid")).isEqualTo(RowKey.rank("Überfällig"));
  }
}
