package dev.liveartifacts.artifact.mcpserver.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.mapping.Found;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AmbiguityTest {
  private static final Found.Target NORTH =
      new Found.Target(new UUID(0, 1), "CRM North", "list_deals", true);
  private static final Found.Target SOUTH =
      new Found.Target(new UUID(0, 2), "CRM South", "list_deals", true);
  private static final String NAME = "mcp__f81d4fae__list_deals";

  private final Ambiguity ambiguity =
      Ambiguity.of(List.of(new Found(NAME, "list_deals", null, List.of(NORTH, SOUTH), null)));

  @Test
  void the_owner_is_asked_which_connector_is_meant_where_nobody_can_tell() {
    JsonNode question = Objects.requireNonNull(ambiguity.questions().get("connector-of-0"));

    assertThat(question.path("method").asText()).isEqualTo("elicitation/create");
    assertThat(question.at("/params/message").asText()).contains(NAME);
    assertThat(question.at("/params/requestedSchema/properties/connector/enum").toString())
        .isEqualTo("[\"CRM North\",\"CRM South\"]");
    assertThat(ambiguity.isAnswered(json("{}"))).isFalse();
  }

  @Test
  void an_answer_decides_and_nobody_is_asked_twice() {
    JsonNode answer =
        json(
            "{\"connector-of-0\":{\"action\":\"accept\",\"content\":{\"connector\":\"CRM"
                + " South\"}}}");

    assertThat(ambiguity.isAnswered(answer)).isTrue();
    assertThat(ambiguity.choices(answer))
        .containsExactly(new Choice(NAME, SOUTH.connectorId(), "list_deals"));
    JsonNode declined = json("{\"connector-of-0\":{\"action\":\"decline\"}}");
    assertThat(ambiguity.isAnswered(declined)).isTrue();
    assertThat(ambiguity.choices(declined)).isEmpty();
  }

  @Test
  void a_connector_that_was_not_offered_is_none() {
    assertThat(
            ambiguity.choices(
                json(
                    "{\"connector-of-0\":{\"action\":\"accept\",\"content\":{\"connector\":\"Bank\"}}}")))
        .isEmpty();
  }

  @Test
  void what_is_clear_or_hopeless_is_not_asked() {
    Ambiguity none =
        Ambiguity.of(
            List.of(
                new Found(NAME, "list_deals", NORTH, List.of(NORTH, SOUTH), null),
                new Found("mcp__x__y", "y", null, List.of(), null)));

    assertThat(none.tools()).isEmpty();
    assertThat(none.isAnswered(json("{}"))).isTrue();
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
