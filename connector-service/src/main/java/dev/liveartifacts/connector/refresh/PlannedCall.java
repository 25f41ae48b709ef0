package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.delegation.DelegatedCall;

/**
 * A call that a run makes.
 *
 * @param position place in the delegation
 * @param arguments what is sent: those of the delegation, relative ones evaluated
 */
record PlannedCall(int position, DelegatedCall delegated, ObjectNode arguments) {
  @Override
  public String toString() {
    return "PlannedCall[" + position + ", " + delegated + "]";
  }
}
