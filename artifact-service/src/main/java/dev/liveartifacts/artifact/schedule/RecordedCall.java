package dev.liveartifacts.artifact.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/**
 * A reading call that the owner's page made: the only kind that a schedule may repeat.
 *
 * @param arguments JSON object
 * @param sha256 base64; two calls with the same hash are the same call
 */
public record RecordedCall(UUID connectorId, String tool, String arguments, String sha256) {
  private static final JsonMapper SORTED =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  public static RecordedCall of(UUID connectorId, String tool, ObjectNode arguments) {
    return new RecordedCall(
        connectorId,
        tool,
        arguments.toString(),
        sha256(connectorId + "\n" + tool + "\n" + canonical(arguments)));
  }

  /** Sorted, and without the cache busters that pages add at random ({@code _cb}, {@code _ts}). */
  private static String canonical(ObjectNode arguments) {
    ObjectNode kept = arguments.deepCopy();
    kept.properties().removeIf(entry -> entry.getKey().startsWith("_"));
    try {
      return SORTED.writeValueAsString(SORTED.treeToValue((JsonNode) kept, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
