package dev.liveartifacts.connector.call;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.call.Freshness;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call that somebody wants made.
 *
 * @param confirmed true if the person confirmed it
 * @param grantedHash the tool's schema hash when it was granted; null if nobody granted it
 * @param ownConnection true if a connection of the person's own may be used; else only what is the
 *     workspace's
 */
public record Call(
    UUID connectorId,
    String tool,
    ObjectNode arguments,
    Freshness freshness,
    boolean confirmed,
    @Nullable String grantedHash,
    boolean ownConnection) {
  /** A call that nobody confirmed. */
  public Call(UUID connectorId, String tool, ObjectNode arguments, Freshness freshness) {
    this(connectorId, tool, arguments, freshness, false, null, true);
  }

  @Override
  public String toString() {
    return "Call[" + connectorId + ", " + tool + "]";
  }
}
