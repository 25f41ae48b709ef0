package dev.liveartifacts.connector.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.connector.json.ExactJson;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MirroredHeadersTest {
  private static final String SCHEMA =
      """
      {"type":"object","properties":{
        "region":{"type":"string","x-mcp-header":"Region"},
        "limit":{"type":"integer","x-mcp-header":"Limit"},
        "deep":{"type":"object","properties":{"dry":{"type":"boolean","x-mcp-header":"Dry-Run"}}},
        "query":{"type":"string"}}}
      """;

  private static Map<String, String> headers(String arguments) throws JsonProcessingException {
    return MirroredHeaders.of(ExactJson.object(SCHEMA), ExactJson.object(arguments));
  }

  private static boolean valid(String properties) throws JsonProcessingException {
    return MirroredHeaders.areValid(
        ExactJson.object("{\"type\":\"object\",\"properties\":{" + properties + "}}"));
  }

  @Test
  void marked_values_are_mirrored_at_their_exact_path() throws JsonProcessingException {
    assertThat(
            headers(
                "{\"region\":\"us-west1\",\"limit\":42,\"deep\":{\"dry\":true},\"query\":\"x\"}"))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "Mcp-Param-Region",
                "us-west1",
                "Mcp-Param-Limit",
                "42",
                "Mcp-Param-Dry-Run",
                "true"));
  }

  @Test
  void what_is_missing_or_null_or_no_safe_integer_has_no_header() throws JsonProcessingException {
    assertThat(headers("{\"region\":null,\"limit\":1.5}")).isEmpty();
    assertThat(headers("{\"limit\":9007199254740993}")).isEmpty();
    assertThat(headers("{\"limit\":-7.0}")).containsEntry("Mcp-Param-Limit", "-7");
    assertThat(headers("{}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "us-west1, us-west1",
        "|Hello, 世界|, =?base64?SGVsbG8sIOS4lueVjA==?=",
        "| padded |, =?base64?IHBhZGRlZCA=?=",
        "=?base64?literal?=, =?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?="
      })
  void values_are_encoded_as_the_protocol_lists_them(String value, String expected) {
    assertThat(MirroredHeaders.encoded(value)).isEqualTo(expected);
  }

  @Test
  void a_line_break_never_reaches_a_header() {
    assertThat(MirroredHeaders.encoded("line1\nline2")).isEqualTo("=?base64?bGluZTEKbGluZTI=?=");
    assertThat(MirroredHeaders.encoded("")).isEqualTo("=?base64??=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"a\":{\"type\":\"string\",\"x-mcp-header\":\"\"}",
        "\"a\":{\"type\":\"string\",\"x-mcp-header\":\"a b\"}",
        "\"a\":{\"type\":\"string\",\"x-mcp-header\":\"a\\r\\nb\"}",
        "\"a\":{\"type\":\"string\",\"x-mcp-header\":7}",
        "\"a\":{\"type\":\"number\",\"x-mcp-header\":\"A\"}",
        "\"a\":{\"type\":\"object\",\"x-mcp-header\":\"A\"}",
        "\"a\":{\"x-mcp-header\":\"A\"}",
        "\"a\":{\"type\":\"string\",\"x-mcp-header\":\"A\"},\"b\":{\"type\":\"string\",\"x-mcp-header\":\"a\"}",
        "\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"x-mcp-header\":\"A\"}}",
        "\"a\":{\"oneOf\":[{\"type\":\"string\",\"x-mcp-header\":\"A\"}]}"
      })
  void marks_against_the_rules_are_found(String properties) throws JsonProcessingException {
    assertThat(valid(properties)).isFalse();
  }

  @Test
  void marks_within_the_rules_are_valid() throws JsonProcessingException {
    assertThat(MirroredHeaders.areValid(ExactJson.object(SCHEMA))).isTrue();
    assertThat(MirroredHeaders.areValid(ExactJson.emptyObject())).isTrue();
  }
}
