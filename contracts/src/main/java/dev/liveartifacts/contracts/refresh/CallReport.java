package dev.liveartifacts.contracts.refresh;

import dev.liveartifacts.contracts.call.CallError;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a run: what was called and how it went, never what it answered.
 *
 * @param callKey SHA-256 of connection, tool and canonical arguments, in lower-case hex
 * @param storedAt when the result was stored; null if the call failed
 * @param error why it failed; null if it did not
 */
public record CallReport(
    String callKey,
    UUID connectorId,
    String connector,
    String tool,
    long durationMillis,
    @Nullable Instant storedAt,
    @Nullable CallError error) {}
