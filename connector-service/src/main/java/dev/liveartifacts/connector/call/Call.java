package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.call.Freshness;
import java.util.UUID;

/**
 * A call that somebody wants made.
 *
 * @param confirmed true if the person confirmed it
 */
public record Call(
    UUID connectorId, String tool, ObjectNode arguments, Freshness freshness, boolean confirmed) {
  /** A call that nobody confirmed. */
  public Call(UUID connectorId, String tool, ObjectNode arguments, Freshness freshness) {
    this(connectorId, tool, arguments, freshness, false);
  }

  @Override
  public String toString() {
    return "Call[" + connectorId + ", " + tool + "]";
  }
}
