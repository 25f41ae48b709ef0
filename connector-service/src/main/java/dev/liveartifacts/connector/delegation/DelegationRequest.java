package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls that somebody delegates, as they arrive.
 *
 * @param version of the artifact whose calls they are
 * @param expiresAt when it ends by itself; null: when it is taken back
 */
public record DelegationRequest(
    List<Item> calls, @Nullable Integer version, @Nullable Instant expiresAt) {
  private static final int MOST_CALLS = 100;
  private static final int MOST_RELATIVE = 50;

  /** One call. */
  public record Item(
      UUID connectorId,
      String tool,
      Map<String, Object> arguments,
      @Nullable List<RelativeArgument> relative) {}

  /** The calls as they are kept, and what is said about them. */
  record Read(List<DelegatedCall> calls, @Nullable Integer version, @Nullable Instant expiresAt) {}

  /** What is shared of one source, and in whose days it is meant. */
  record View(Read given, ZoneId zone) {}

  /**
   * @param connectorId whose calls they all have to be
   */
  static View readView(UUID connectorId, byte[] body) {
    Read given = read(body);
    if (given.calls().isEmpty()
        || !given.calls().stream().allMatch(call -> call.connectorId().equals(connectorId))) {
      throw ProblemException.invalid("Share at least one call, and of this connector alone.");
    }
    return new View(given, zone(tree(body).path("timeZone")));
  }

  private static ZoneId zone(JsonNode name) {
    try {
      return ZoneId.of(name.asText());
    } catch (DateTimeException e) {
      throw ProblemException.invalid("Name a time zone like Europe/Berlin.");
    }
  }

  static Read read(byte[] body) {
    JsonNode tree = tree(body);
    JsonNode calls = tree.path("calls");
    if (!calls.isArray() || calls.size() > MOST_CALLS) {
      throw ProblemException.invalid("A delegation lists its calls, " + MOST_CALLS + " at most.");
    }
    List<DelegatedCall> read = new ArrayList<>();
    calls.forEach(call -> read.add(call(call)));
    JsonNode version = tree.path("version");
    return new Read(
        read, version.isInt() ? version.intValue() : null, instant(tree.path("expiresAt")));
  }

  /** An instant (ISO 8601); null if there is none. */
  static @Nullable Instant instant(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return null;
    }
    try {
      return Instant.parse(node.asText());
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid(
          "The end of a delegation is written like 2027-03-01T00:00:00Z.");
    }
  }

  static JsonNode tree(byte[] body) {
    try {
      return ExactJson.tree(body);
    } catch (IOException e) {
      throw ProblemException.invalid("The delegation is not JSON, or says a name twice.");
    }
  }

  private static DelegatedCall call(JsonNode call) {
    String tool = call.path("tool").asText("");
    if (tool.isBlank() || tool.length() > 256) {
      throw ProblemException.invalid("A delegated call names its tool.");
    }
    ObjectNode arguments = arguments(call);
    return new DelegatedCall(
        connector(call), tool, arguments, relative(call.path("relative"), arguments));
  }

  private static ObjectNode arguments(JsonNode call) {
    return switch (call.path("arguments")) {
      case ObjectNode arguments -> arguments;
      case JsonNode none when none.isMissingNode() || none.isNull() -> ExactJson.emptyObject();
      default -> throw ProblemException.invalid("Tool args must be an object.");
    };
  }

  private static List<RelativeArgument> relative(JsonNode wanted, ObjectNode arguments) {
    if (wanted.size() > MOST_RELATIVE) {
      throw ProblemException.invalid(
          "At most " + MOST_RELATIVE + " arguments of a call can be relative.");
    }
    List<RelativeArgument> relative = new ArrayList<>();
    for (JsonNode one : wanted) {
      RelativeArgument argument =
          new RelativeArgument(one.path("path").asText(""), one.path("expression").asText(""));
      relative.add(checked(arguments, argument));
    }
    return relative;
  }

  private static RelativeArgument checked(ObjectNode arguments, RelativeArgument argument) {
    try {
      return RelativeArguments.checked(arguments, argument);
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid(String.valueOf(e.getMessage()));
    }
  }

  private static UUID connector(JsonNode call) {
    try {
      return UUID.fromString(call.path("connectorId").asText(""));
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalid("A delegated call names its connector.");
    }
  }
}
