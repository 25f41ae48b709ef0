package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.contracts.call.Freshness;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A {@link dev.liveartifacts.contracts.call.CallRequest} as it arrives. Numbers keep their form,
 * and a name that an object says twice is refused: the cache and the connector could read it
 * differently.
 */
public final class CallBody {
  private final UUID connectorId;
  private final String tool;
  private final JsonNode arguments;
  private final Freshness freshness;
  private final boolean confirmed;
  private final @Nullable String grantedHash;
  private final boolean ownConnection;

  private CallBody(
      UUID connectorId,
      String tool,
      JsonNode arguments,
      Freshness freshness,
      boolean confirmed,
      @Nullable String grantedHash,
      boolean ownConnection) {
    this.connectorId = connectorId;
    this.tool = tool;
    this.arguments = arguments;
    this.freshness = freshness;
    this.confirmed = confirmed;
    this.grantedHash = grantedHash;
    this.ownConnection = ownConnection;
  }

  public static CallBody read(byte[] body) {
    JsonNode request = tree(body);
    return new CallBody(
        connectorId(request.path("connectorId").asText("")),
        tool(request.path("tool").asText("")),
        request.path("arguments"),
        freshness(request.path("freshness").asText("cached")),
        request.path("confirmed").booleanValue(),
        request.path("grantedHash").textValue(),
        request.path("ownConnection").booleanValue());
  }

  /**
   * A probe: tool and arguments, asked past the cache. Whoever probes a tool has said yes to it.
   */
  public static CallBody probe(UUID connectorId, byte[] body) {
    JsonNode request = tree(body);
    return new CallBody(
        connectorId,
        tool(request.path("tool").asText("")),
        request.path("arguments"),
        Freshness.LIVE,
        true,
        null,
        true);
  }

  /** The call, unless its arguments are something else than an object. */
  public Optional<Call> call() {
    return switch (arguments) {
      case ObjectNode object -> Optional.of(call(object));
      case JsonNode none when none.isMissingNode() -> Optional.of(call(ExactJson.emptyObject()));
      default -> Optional.empty();
    };
  }

  private Call call(ObjectNode object) {
    return new Call(connectorId, tool, object, freshness, confirmed, grantedHash, ownConnection);
  }

  public UUID connectorId() {
    return connectorId;
  }

  public String tool() {
    return tool;
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode tree = ExactJson.tree(body);
      if (tree.isObject()) {
        return tree;
      }
    } catch (IOException e) {
      throw ProblemException.invalid("The call is not JSON, or says a name twice.");
    }
    throw ProblemException.invalid("The call is not a JSON object.");
  }

  private static UUID connectorId(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("The call names no connector.");
    }
  }

  private static String tool(String text) {
    if (text.isBlank() || text.length() > 256) {
      throw ProblemException.invalid("The call names no tool.");
    }
    return text;
  }

  private static Freshness freshness(String text) {
    return switch (text) {
      case "cached" -> Freshness.CACHED;
      case "live" -> Freshness.LIVE;
      default -> throw ProblemException.invalid("Freshness is \"cached\" or \"live\".");
    };
  }
}
