package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.call.Freshness;
import java.util.UUID;

/** A call that somebody wants made. */
public record Call(UUID connectorId, String tool, ObjectNode arguments, Freshness freshness) {
  @Override
  public String toString() {
    return "Call[" + connectorId + ", " + tool + "]";
  }
}
