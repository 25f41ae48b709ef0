package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.contracts.call.Freshness;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a page wants to call.
 *
 * @param args as they came, numbers in their JSON form; null if there were none
 * @param confirmed true if the person has seen the arguments and said yes, to the web app
 * @param asOf the snapshot that the page shows; null for a page that shows what is now
 * @param asViewer true if the page is looked at as somebody else would see it
 */
record Call(
    String name,
    @Nullable JsonNode args,
    Freshness freshness,
    boolean confirmed,
    @Nullable UUID asOf,
    boolean asViewer) {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  Call(String name, @Nullable JsonNode args, Freshness freshness, boolean confirmed) {
    this(name, args, freshness, confirmed, null, false);
  }

  static Call read(String body) {
    JsonNode json = tree(body);
    JsonNode name = json.path("name");
    if (!name.isTextual()) {
      throw Problems.badRequest("A call needs the name of a tool.");
    }
    boolean live = json.path("freshness").asText().equals("live");
    return new Call(
        name.textValue(),
        json.get("args"),
        live ? Freshness.LIVE : Freshness.CACHED,
        json.path("confirmed").asBoolean(false),
        asOf(json.path("asOf")),
        asViewer(json.path("as")));
  }

  /** A call of now, or about another day: never one for the other by mistake. */
  private static @Nullable UUID asOf(JsonNode json) {
    try {
      return json.isMissingNode() || json.isNull() ? null : UUID.fromString(json.asText());
    } catch (IllegalArgumentException malformed) {
      throw Problems.badRequest("A call says by a snapshot's id as of when it is.");
    }
  }

  /** As oneself, or as others: never one for the other by mistake. */
  private static boolean asViewer(JsonNode json) {
    if (json.isMissingNode() || json.isNull()) {
      return false;
    }
    if (!json.asText().equals("viewer")) {
      throw Problems.badRequest("A page can be looked at as a \"viewer\".");
    }
    return true;
  }

  private static JsonNode tree(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException malformed) {
      throw Problems.badRequest("A call is a JSON object.");
    }
  }
}
