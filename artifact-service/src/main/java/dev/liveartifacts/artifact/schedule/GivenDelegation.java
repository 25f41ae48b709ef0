package dev.liveartifacts.artifact.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as connector-service tells its owner.
 *
 * @param connectorId the source that everybody is shown; null for what is run
 */
public record GivenDelegation(
    UUID artifactId,
    @Nullable UUID connectorId,
    @Nullable Integer version,
    Instant givenAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    List<Call> calls) {
  /** Whether it shows what a source answers, instead of being run. */
  public boolean shows() {
    return connectorId != null;
  }

  /** One of its calls. */
  public record Call(
      UUID connectorId,
      String connectorName,
      String tool,
      JsonNode arguments,
      List<RelativeArgument> relative) {}
}
