package dev.liveartifacts.artifact.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResultRowsTest {
  @Test
  void structured_content_comes_before_text() {
    ResultRows rows =
        of(
            "{\"content\":[{\"type\":\"text\",\"text\":\"[1]\"}],\"structuredContent\":{\"a\":[{\"id\":1},{\"id\":2}]}}");

    assertThat(rows.list()).isTrue();
    assertThat(rows.rows()).extracting(row -> row.path("id").intValue()).containsExactly(1, 2);
  }

  @Test
  void the_longest_list_of_objects_is_meant() {
    assertThat(
            of("{\"structuredContent\":{\"tags\":[1,2,3,4],\"few\":[{}],\"page\":{\"items\":[{\"id\":1},{\"id\":2}]}}}")
                .rows())
        .hasSize(2)
        .allMatch(row -> row.has("id"));
  }

  @Test
  void json_in_text_is_read_in_a_fence_too() {
    assertThat(of(text("```json\\n[{\\\"id\\\":1}]\\n```")).rows()).hasSize(1);
    assertThat(of(text("[1,2]")).rows().getLast().path("value").intValue()).isEqualTo(2);
  }

  @Test
  void numbers_keep_their_precision() {
    assertThat(
            of("{\"structuredContent\":[{\"sum\":1234567890.123456789}]}")
                .rows()
                .getFirst()
                .path("sum")
                .decimalValue())
        .isEqualByComparingTo("1234567890.123456789");
  }

  @Test
  void a_markdown_table_has_rows_of_texts() {
    ResultRows rows =
        of(text("Deals:\\n\\n| id | name |\\n|---|:--|\\n| 1 | A \\\\| B |\\n| 2 | |\\n\\nEnd"));

    assertThat(rows.rows()).hasSize(2);
    assertThat(rows.rows().getFirst().path("name").textValue()).isEqualTo("A | B");
    assertThat(rows.rows().getLast().path("name").isNull()).isTrue();
  }

  @Test
  void what_is_no_list_is_one_row_and_what_is_no_data_none() {
    ResultRows one = of("{\"structuredContent\":{\"total\":5}}");
    assertThat(one.list()).isFalse();
    assertThat(one.rows()).hasSize(1);
    assertThat(of(text("Hello")).rows()).isEmpty();
    assertThat(of("{").rows()).isEmpty();
    assertThat(of("").rows()).isEmpty();
    assertThat(of("{\"structuredContent\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}").rows())
        .isEmpty();
  }

  private static String text(String escaped) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"" + escaped + "\"}]}";
  }

  private static ResultRows of(String result) {
    return ResultRows.of(result.getBytes(StandardCharsets.UTF_8));
  }
}
