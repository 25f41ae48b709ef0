package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as its owner sees it: all but its id.
 *
 * @param connectorId the source that is shown; null for what is run
 */
public record DelegationView(
    UUID artifactId,
    @Nullable UUID connectorId,
    @Nullable Integer version,
    Instant givenAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    List<Call> calls) {
  /**
   * One of its calls.
   *
   * @param connectorName empty if the connector is not there any more
   */
  public record Call(
      UUID connectorId,
      String connectorName,
      String tool,
      ObjectNode arguments,
      List<RelativeArgument> relative) {}

  static DelegationView of(DelegationRow row, Map<UUID, String> connectorNames) {
    Delegation delegation = row.delegation();
    return new DelegationView(
        delegation.artifactId(),
        row.connectorId,
        delegation.version(),
        delegation.givenAt(),
        delegation.expiresAt(),
        delegation.lastUsedAt(),
        delegation.calls().stream().map(call -> call(call, connectorNames)).toList());
  }

  private static Call call(DelegatedCall call, Map<UUID, String> names) {
    return new Call(
        call.connectorId(),
        names.getOrDefault(call.connectorId(), ""),
        call.tool(),
        call.arguments(),
        call.relative());
  }
}
