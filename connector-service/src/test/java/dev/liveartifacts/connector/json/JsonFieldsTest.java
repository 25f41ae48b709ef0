package dev.liveartifacts.connector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFieldsTest {
  private static final Set<String> RESULT = Set.of("result");

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ \"a\" : [1, 2.50, {\"b\": null}] }",
        "{\"text\":\"€ 😀 \\\" } { ] [\",\"n\":1.0}",
        "{\n\t\"content\" : [ ]\r\n}"
      })
  void a_result_is_cut_out_byte_for_byte(String result) throws MalformedJson {
    byte[] document = utf8("{\"jsonrpc\":\"2.0\", \"ü\":1, \"result\" : " + result + " ,\"id\":1}");

    Slice slice = Objects.requireNonNull(JsonFields.of(document, RESULT).find("result"));

    assertThat(slice.textOf(document)).isEqualTo(result);
    assertThat(slice.isObject()).isTrue();
  }

  @Test
  void fields_inside_an_inner_object_are_found_at_their_place_in_the_whole() throws MalformedJson {
    byte[] document = utf8("{\"id\":\"é\",\"result\":{\"isError\":true,\"content\":[\"x\"]}}");
    Slice inner = Objects.requireNonNull(JsonFields.of(document, RESULT).find("result"));

    JsonFields fields = JsonFields.of(document, inner, Set.of("isError", "content"));

    assertThat(fields.isTrue("isError")).isTrue();
    assertThat(fields.text("content")).isEqualTo("[\"x\"]");
  }

  @Test
  void scalars_are_cut_too() throws MalformedJson {
    byte[] document = utf8("{\"a\": \"te\\\"xt\" ,\"b\":-1.50e3,\"c\":false}");

    JsonFields fields = JsonFields.of(document, Set.of("a", "b", "c"));

    assertThat(fields.text("a")).isEqualTo("\"te\\\"xt\"");
    assertThat(fields.text("b")).isEqualTo("-1.50e3");
    assertThat(fields.text("c")).isEqualTo("false");
    assertThat(fields.isTrue("c")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "<html></html>",
        "{\"result\":{}",
        "{\"result\":{}} {}",
        "{\"result\":{},\"result\":{}}",
        "{\"result\":nul}",
        "{\"result\":\"open}",
        "{\"a\":1,}"
      })
  void what_is_not_one_object_is_refused(String document) {
    assertThatThrownBy(() -> JsonFields.of(utf8(document), RESULT))
        .isInstanceOf(MalformedJson.class);
  }

  @Test
  void utf_16_is_refused() {
    byte[] document = "{\"result\":{}}".getBytes(StandardCharsets.UTF_16BE);

    assertThatThrownBy(() -> JsonFields.of(document, RESULT)).isInstanceOf(MalformedJson.class);
  }

  @Test
  void endless_nesting_is_refused() {
    byte[] document = utf8("{\"result\":" + "[".repeat(100_000));

    assertThatThrownBy(() -> JsonFields.of(document, RESULT)).isInstanceOf(MalformedJson.class);
  }
}
