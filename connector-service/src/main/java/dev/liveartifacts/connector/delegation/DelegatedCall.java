package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * One call that a delegation allows, with the very arguments.
 *
 * @param relative which of the arguments are evaluated anew, and how; everything else stays
 */
public record DelegatedCall(
    UUID connectorId, String tool, ObjectNode arguments, List<RelativeArgument> relative) {
  public DelegatedCall {
    relative = List.copyOf(relative);
  }

  /** The arguments to send at a certain time. */
  public ObjectNode argumentsAt(Instant now, ZoneId zone) {
    return RelativeArguments.evaluated(arguments, relative, now, zone);
  }

  @Override
  public String toString() {
    return "DelegatedCall[" + connectorId + ", " + tool + "]";
  }
}
