package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;

/** One call that a delegation allows, with the very arguments. */
public record DelegatedCall(UUID connectorId, String tool, ObjectNode arguments) {
  @Override
  public String toString() {
    return "DelegatedCall[" + connectorId + ", " + tool + "]";
  }
}
