package dev.liveartifacts.contracts.refresh;

import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A good result of a run that waits to be taken: what it is, without its bytes.
 *
 * @param position place in the delegation; tells the result within its run
 * @param arguments as they were sent, relative ones evaluated
 * @param relative which of the arguments are evaluated anew for each run
 * @param contentHash SHA-256 of the result's bytes, in lower-case hex
 * @param shared true if the workspace's connection was used: everybody would get the same
 * @param bytes length of the result as it is handed out
 */
public record RunResult(
    int position,
    UUID connectorId,
    String connector,
    String tool,
    Map<String, Object> arguments,
    List<RelativeArgument> relative,
    String callKey,
    Instant storedAt,
    String contentHash,
    @Nullable String shapeHash,
    boolean shared,
    long bytes) {
  public RunResult {
    relative = List.copyOf(relative);
  }
}
