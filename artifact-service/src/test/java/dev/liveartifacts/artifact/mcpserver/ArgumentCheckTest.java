package dev.liveartifacts.artifact.mcpserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArgumentCheckTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ArgumentCheck check =
      new ArgumentCheck(
          "make",
          json(
              """
              {"properties": {
                 "id": {"type": "string", "maxLength": 5, "description": "A short name."},
                 "scope": {"type": "string", "enum": ["mine", "shared"], "description": ""},
                 "tools": {"type": "array", "maxItems": 2, "description": ""},
                 "width": {"type": "integer", "minimum": 320, "maximum": 1440, "description": ""},
                 "arguments": {"type": "object", "description": ""}},
               "required": ["id"], "additionalProperties": false}
              """));

  @Test
  void arguments_that_fit_the_schema_pass() {
    assertThat(complaint("{\"id\":\"abc\"}")).isEmpty();
    assertThat(
            complaint(
                """
                {"id": "abc", "scope": "mine", "tools": ["a"], "width": 390, "arguments": {"a": [1]}}
                """))
        .isEmpty();
    assertThat(complaint("{\"id\":\"abc\",\"scope\":null}")).isEmpty();
  }

  @Test
  void what_is_missing_is_named_with_its_description() {
    assertThat(complaint("{}")).contains("make needs 'id': A short name.");
    assertThat(complaint("{\"id\":null}")).contains("make needs 'id': A short name.");
  }

  @Test
  void what_is_unknown_is_named_with_what_there_is() {
    assertThat(complaint("{\"id\":\"a\",\"name\":1}"))
        .contains("make takes no 'name'. It takes: id, scope, tools, width, arguments.");
  }

  @Test
  void what_has_another_form_is_named_with_the_right_one() {
    assertThat(complaint("{\"id\":7}")).contains("'id' of make has to be a text. A short name.");
    assertThat(complaint("{\"id\":\"abcdef\"}"))
        .contains("'id' of make is too long. A short name.");
    assertThat(complaint("{\"id\":\"a\",\"scope\":\"all\"}").orElseThrow())
        .startsWith("'scope' of make has to be one of [\"mine\",\"shared\"].");
    assertThat(complaint("{\"id\":\"a\",\"tools\":[1]}").orElseThrow())
        .startsWith("'tools' of make has to be a list of texts.");
    assertThat(complaint("{\"id\":\"a\",\"tools\":[\"a\",\"b\",\"c\"]}").orElseThrow())
        .startsWith("'tools' of make has too many entries.");
    assertThat(complaint("{\"id\":\"a\",\"width\":2.5}").orElseThrow())
        .startsWith("'width' of make has to be a whole number.");
    assertThat(complaint("{\"id\":\"a\",\"width\":10}").orElseThrow())
        .startsWith("'width' of make is too small.");
    assertThat(complaint("{\"id\":\"a\",\"width\":5000}").orElseThrow())
        .startsWith("'width' of make is too large.");
    assertThat(complaint("{\"id\":\"a\",\"arguments\":[]}").orElseThrow())
        .startsWith("'arguments' of make has to be a JSON object.");
  }

  private Optional<String> complaint(String arguments) {
    return check.complaint(json(arguments));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
