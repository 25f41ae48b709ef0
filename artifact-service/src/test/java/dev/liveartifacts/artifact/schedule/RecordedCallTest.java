package dev.liveartifacts.artifact.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecordedCallTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  @Test
  void the_same_call_is_the_same_whatever_the_order_of_its_arguments_and_its_cache_buster()
      throws Exception {
    assertThat(hash("{\"a\":1,\"b\":{\"x\":1,\"y\":2},\"_cb\":17}"))
        .isEqualTo(hash("{\"b\":{\"y\":2,\"x\":1},\"a\":1,\"_cb\":18}"))
        .isNotEqualTo(hash("{\"a\":2,\"b\":{\"x\":1,\"y\":2}}"));
  }

  @Test
  void the_arguments_are_kept_as_given() throws Exception {
    assertThat(call("{\"b\":1.0,\"_cb\":17,\"a\":2}").arguments())
        .isEqualTo("{\"b\":1.0,\"_cb\":17,\"a\":2}");
  }

  private static String hash(String arguments) throws Exception {
    return call(arguments).sha256();
  }

  private static RecordedCall call(String arguments) throws Exception {
    return RecordedCall.of(new UUID(0, 1), "list_deals", (ObjectNode) JSON.readTree(arguments));
  }
}
