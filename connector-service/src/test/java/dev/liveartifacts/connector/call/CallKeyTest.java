package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.connector.json.ExactJson;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallKeyTest {
  private static final UUID CONNECTION = new UUID(1, 2);

  private static String key(UUID connection, String tool, String arguments)
      throws JsonProcessingException {
    return CallKey.of(connection, tool, ExactJson.object(arguments));
  }

  @Test
  void arguments_that_mean_the_same_make_the_same_call() throws JsonProcessingException {
    assertThat(key(CONNECTION, "deals", "{\"a\": 1.0, \"b\": [true]}"))
        .isEqualTo(key(CONNECTION, "deals", "{\"b\":[true],\"a\":1}"))
        .matches("[0-9a-f]{64}");
  }

  @Test
  void another_connection_tool_or_argument_makes_another_call() throws JsonProcessingException {
    assertThat(key(CONNECTION, "deals", "{\"a\":1}"))
        .isNotEqualTo(key(new UUID(1, 3), "deals", "{\"a\":1}"))
        .isNotEqualTo(key(CONNECTION, "deal", "{\"a\":1}"))
        .isNotEqualTo(key(CONNECTION, "deals", "{\"a\":\"1\"}"))
        .isNotEqualTo(key(CONNECTION, "deals", "{\"a\":1,\"b\":null}"));
  }

  @Test
  void a_tool_cannot_pose_as_another_by_its_spelling() throws JsonProcessingException {
    assertThat(key(CONNECTION, "a\",{\"x\":1}", "{}"))
        .isNotEqualTo(key(CONNECTION, "a", "{\"x\":1}"));
  }
}
