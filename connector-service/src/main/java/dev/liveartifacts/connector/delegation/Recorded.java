package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.CanonicalJson;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells whether arguments are those of a recorded call. A relative one has the value that it has
 * now; as clocks differ, now is a few minutes long. Names that begin with an underscore are the
 * page's own, as everywhere: cache busters. Whatever a page sends, what goes on is what was
 * recorded.
 */
final class Recorded {
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

  private Recorded() {}

  /** The arguments to send, if these are the call's; empty if they are others. */
  static Optional<ObjectNode> arguments(
      DelegatedCall call, ObjectNode asked, Instant now, ZoneId zone) {
    return Stream.of(now, now.minus(CLOCKS_DIFFER), now.plus(CLOCKS_DIFFER))
        .map(moment -> call.argumentsAt(moment, zone))
        .filter(recorded -> same(recorded, settled(asked, recorded, call.relative())))
        .findFirst();
  }

  private static boolean same(ObjectNode one, ObjectNode other) {
    try {
      return Arrays.equals(CanonicalJson.of(kept(one)), CanonicalJson.of(kept(other)));
    } catch (IllegalArgumentException brokenText) {
      return false;
    }
  }

  private static ObjectNode kept(ObjectNode arguments) {
    ObjectNode kept = arguments.deepCopy();
    kept.properties().removeIf(entry -> entry.getKey().startsWith("_"));
    return kept;
  }

  /** The same, where "now" was meant and a moment near it was sent with the recorded one. */
  private static ObjectNode settled(
      ObjectNode asked, ObjectNode recorded, List<RelativeArgument> relative) {
    ObjectNode settled = asked.deepCopy();
    relative.stream()
        .filter(argument -> argument.expression().startsWith("now"))
        .map(argument -> JsonPointer.compile(argument.path()))
        .filter(place -> isNear(asked.at(place), recorded.at(place)))
        .forEach(place -> put(settled, place, recorded.at(place)));
    return settled;
  }

  private static boolean isNear(JsonNode one, JsonNode other) {
    if (one.isIntegralNumber() && other.isIntegralNumber()) {
      int unit = other.longValue() > 100_000_000_000L ? 1 : 1_000;
      return Math.abs(one.doubleValue() - other.doubleValue())
          <= CLOCKS_DIFFER.toMillis() / (double) unit;
    }
    try {
      return one.isTextual()
          && other.isTextual()
          && Duration.between(moment(one), moment(other)).abs().compareTo(CLOCKS_DIFFER) <= 0;
    } catch (DateTimeException noMoment) {
      return false;
    }
  }

  private static OffsetDateTime moment(JsonNode text) {
    return OffsetDateTime.parse(text.textValue());
  }

  private static void put(ObjectNode root, JsonPointer place, JsonNode value) {
    JsonPointer last = place.last();
    switch (root.at(place.head())) {
      case ObjectNode object -> object.set(last.getMatchingProperty(), value);
      case ArrayNode array -> array.set(last.getMatchingIndex(), value);
      default -> {}
    }
  }
}
