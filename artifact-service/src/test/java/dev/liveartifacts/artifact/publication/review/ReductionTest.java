package dev.liveartifacts.artifact.publication.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReductionTest {
  private static final String BOTH =
      """
      {"content":[{"type":"text","text":"{\\"rows\\":[{\\"a\\":1.50,\\"b\\":\\"x\\"},{\\"b\\":\\"y\\"}],\\"next\\":null}"}],
       "structuredContent":{"rows":[{"a":1.50,"b":"x"},{"b":"y"}],"next":null},"_meta":{"b":"x"}}\
      """;

  @Test
  void a_dropped_field_is_in_neither_the_structured_content_nor_the_text_that_repeats_it() {
    assertThat(reduced(BOTH, "/structured/rows/*/a"))
        .hasValue(
            """
            {"content":[{"type":"text","text":"{\\"rows\\":[{\\"a\\":1.50},{}]}"}],\
            "structuredContent":{"rows":[{"a":1.50},{}]}}\
            """);
  }

  @Test
  void what_nobody_named_does_not_stay_and_nothing_at_all_is_no_result() {
    assertThat(reduced(BOTH)).isEmpty();
    assertThat(reduced(BOTH, "/structured", "structured/rows/*/a", "/text/0/rows/*/a")).isEmpty();
  }

  @Test
  void the_name_of_a_whole_object_keeps_nothing_of_it() {
    assertThat(reduced("{\"structuredContent\":{\"a\":{\"secret\":1}}}", "/structured/a"))
        .hasValue("{\"content\":[],\"structuredContent\":{}}");
  }

  @Test
  void a_result_keeps_the_form_in_which_it_came() {
    assertThat(
            reduced(
                "{\"content\":[{\"type\":\"text\",\"text\":\"[{\\\"a\\\":1,\\\"b\\\":2}]\"}]}",
                "/text/0/*/a"))
        .hasValue("{\"content\":[{\"type\":\"text\",\"text\":\"[{\\\"a\\\":1}]\"}]}");
    assertThat(
            reduced(
                "{\"content\":[{\"type\":\"text\",\"text\":\"```json\\n{\\\"a\\\":1,\\\"b\\\":2}\\n```\"}]}",
                "/text/0/b"))
        .hasValue("{\"content\":[{\"type\":\"text\",\"text\":\"```json\\n{\\\"b\\\":2}\\n```\"}]}");
  }

  @Test
  void a_table_in_markdown_loses_its_columns_and_the_words_around_it() {
    String table =
        "Ann told me:\\n\\n| who | sum |\\n|---|---|\\n| Ann | 3 |\\n| B\\\\|b | 4 |\\nBye, Ann";

    assertThat(
            reduced(
                "{\"content\":[{\"type\":\"text\",\"text\":\"" + table + "\"}]}", "/text/0/*/sum"))
        .hasValue(
            "{\"content\":[{\"type\":\"text\",\"text\":\"| sum |\\n| --- |\\n| 3 |\\n| 4"
                + " |\\n\"}]}");
  }

  @Test
  void words_stay_or_go_as_a_whole_and_what_cannot_be_looked_into_always_goes() {
    String result =
        """
        {"content":[{"type":"text","text":"Ann owes 3"},{"type":"image","data":"QW5u"},
          {"type":"resource","resource":{"uri":"x:ann","text":"Ann"}},{"type":"text","text":"[1]"}]}\
        """;

    assertThat(reduced(result, "/text/3/*", "/text/1", "/text/2"))
        .hasValue(
            """
            {"content":[{"type":"text","text":""},{"type":"text","text":""},{"type":"text","text":""},\
            {"type":"text","text":"[1]"}]}\
            """);
    assertThat(reduced(result, "/text/0").orElseThrow())
        .contains("Ann owes 3")
        .doesNotContain("[1]");
  }

  @Test
  void a_text_that_says_more_than_the_structured_content_is_looked_at_by_itself() {
    String result =
        """
        {"content":[{"type":"text","text":"{\\"a\\":1,\\"secret\\":2}"}],"structuredContent":{"a":1}}\
        """;

    assertThat(fields(result)).containsExactly("/structured/a", "/text/0/a", "/text/0/secret");
    assertThat(reduced(result, "/structured/a").orElseThrow()).doesNotContain("secret");
  }

  @Test
  void fields_are_told_apart_whatever_their_names_and_empty_lists_stay_lists() {
    String result =
        """
        {"structuredContent":{"a/b":{"*":1,"~":2},"none":[],"mixed":["x",{"y":1}]}}\
        """;

    assertThat(fields(result))
        .containsExactly(
            "/structured/a~1b/~2",
            "/structured/a~1b/~0",
            "/structured/none",
            "/structured/mixed/*",
            "/structured/mixed/*/y");
    assertThat(reduced(result, "/structured/a~1b/~2", "/structured/none", "/structured/mixed/*"))
        .hasValue(
            "{\"content\":[],\"structuredContent\":{\"a/b\":{\"*\":1},\"none\":[],\"mixed\":[\"x\",null]}}");
  }

  @Test
  void keeping_every_field_keeps_all_the_data() {
    List<String> all = fields(BOTH);

    assertThat(reduced(BOTH, all.toArray(String[]::new)).orElseThrow())
        .contains(
            "\"structuredContent\":{\"rows\":[{\"a\":1.50,\"b\":\"x\"},{\"b\":\"y\"}],\"next\":null}")
        .doesNotContain("_meta");
  }

  @Test
  void a_field_tells_its_type_an_example_and_how_often_it_is_filled() {
    Fields fields = Fields.of(bytes(BOTH));

    assertThat(fields.fields())
        .contains(
            new Field("/structured/rows/*/a", "number", "1.50", 0.5),
            new Field("/structured/rows/*/b", "text", "x", 1),
            new Field("/structured/next", "empty", null, 0));
    assertThat(fields.more()).isFalse();
  }

  @Test
  void more_fields_than_can_be_looked_at_are_told_and_left_out() {
    StringBuilder keys = new StringBuilder("\"k0\":0");
    for (int at = 1; at < 2_000; at++) {
      keys.append(",\"k").append(at).append("\":0");
    }
    Fields fields = Fields.of(bytes("{\"structuredContent\":{" + keys + "}}"));

    assertThat(fields.more()).isTrue();
    assertThat(fields.fields()).hasSizeLessThan(1_000);
  }

  @Test
  void what_is_no_result_holds_nothing() {
    assertThat(reduced("not json", "/text/0")).isEmpty();
    assertThat(fields("[[[[")).isEmpty();
    assertThat(fields("{\"content\":7}")).isEmpty();
  }

  private static Optional<String> reduced(String result, String... paths) {
    return Reduction.of(bytes(result), List.of(paths)).map(Object::toString);
  }

  private static List<String> fields(String result) {
    return Fields.of(bytes(result)).fields().stream().map(Field::path).toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
