package dev.liveartifacts.artifact.schedule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner lets an artifact call.
 *
 * @param version of the artifact whose calls they are
 * @param expiresAt null: until it is taken back
 */
public record Delegated(List<Call> calls, int version, @Nullable Instant expiresAt) {
  public Delegated {
    calls = List.copyOf(calls);
  }

  /**
   * One call.
   *
   * @param relative which of the arguments are evaluated anew for each run
   */
  public record Call(
      UUID connectorId, String tool, JsonNode arguments, List<RelativeArgument> relative) {
    public Call {
      relative = List.copyOf(relative);
    }
  }
}
