package dev.liveartifacts.connector.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/**
 * JSON read without loss: numbers keep their digits, and a name that an object says twice is
 * refused, as two readers could take it for different things.
 */
public final class ExactJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
          .build();

  private ExactJson() {}

  public static JsonNode tree(byte[] json) throws IOException {
    return MAPPER.readTree(json);
  }

  /** The object that the text holds; an empty one if it holds something else. */
  public static ObjectNode object(String json) throws JsonProcessingException {
    return MAPPER.readTree(json) instanceof ObjectNode object ? object : MAPPER.createObjectNode();
  }

  /** The same as a map. */
  public static Map<String, Object> map(String json) throws JsonProcessingException {
    return MAPPER.treeToValue(object(json), new TypeReference<Map<String, Object>>() {});
  }

  public static ObjectNode emptyObject() {
    return MAPPER.createObjectNode();
  }

  /** The bytes of a tree, numbers with their digits. */
  public static byte[] bytes(JsonNode node) throws JsonProcessingException {
    return MAPPER.writeValueAsBytes(node);
  }
}
