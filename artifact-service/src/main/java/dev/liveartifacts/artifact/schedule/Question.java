package dev.liveartifacts.artifact.schedule;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/**
 * What makes two calls the same question on whatever day they are asked: connector, tool, and
 * arguments in which expressions stand for the relative ones and the page's own names are left out.
 */
public final class Question {
  private static final JsonMapper SORTED =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  private Question() {}

  /**
   * SHA-256 of it.
   *
   * @param arguments JSON object
   */
  public static byte[] hash(
      UUID connectorId, String tool, String arguments, List<RelativeArgument> relative) {
    try {
      JsonNode general = SORTED.readTree(arguments);
      if (general instanceof ObjectNode object) {
        object.properties().removeIf(entry -> entry.getKey().startsWith("_"));
      }
      relative.forEach(argument -> put(general, argument));
      String canonical = SORTED.writeValueAsString(SORTED.treeToValue(general, Object.class));
      return MessageDigest.getInstance("SHA-256")
          .digest((connectorId + "\n" + tool + "\n" + canonical).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(JsonNode root, RelativeArgument argument) {
    JsonPointer place = JsonPointer.compile(argument.path());
    if (root.at(place).isMissingNode()) {
      return;
    }
    // An array cannot be taken for a value that somebody sent there.
    JsonNode expression = JsonNodeFactory.instance.arrayNode().add(argument.expression());
    switch (root.at(place.head())) {
      case ObjectNode object -> object.set(place.last().getMatchingProperty(), expression);
      case ArrayNode array -> array.set(place.last().getMatchingIndex(), expression);
      default -> {}
    }
  }
}
