package dev.liveartifacts.contracts.refresh;

import dev.liveartifacts.contracts.call.CallError;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a run: what was called and how it went, never what it answered.
 *
 * @param position place in the delegation, from 0; a retry keeps it
 * @param callKey SHA-256 of connection, tool and canonical arguments, in lower-case hex
 * @param storedAt when the result was stored; null if the call failed
 * @param contentHash SHA-256 of the result's bytes, in lower-case hex; null if the call failed
 * @param shapeHash the structure of the result, in lower-case hex; null where none is known
 * @param shared true if the workspace's connection was used: everybody would get the same
 * @param error why it failed; null if it did not
 */
public record CallReport(
    int position,
    String callKey,
    UUID connectorId,
    String connector,
    String tool,
    long durationMillis,
    @Nullable Instant storedAt,
    @Nullable String contentHash,
    @Nullable String shapeHash,
    boolean shared,
    @Nullable CallError error) {}
