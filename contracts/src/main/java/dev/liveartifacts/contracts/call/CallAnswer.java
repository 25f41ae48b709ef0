package dev.liveartifacts.contracts.call;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link CallRequest}: the connector's result, untouched, and what is known about
 * it.
 *
 * @param storedAt when the result was stored; null if there is none
 * @param cached true if no call was made for this answer
 * @param durationMillis how long the source took, when it was asked
 * @param error the failure of a {@code stale} or {@code failed} answer
 * @param shapeHash the structure of the result, in lower-case hex; null where none is known.
 *     Another hash for the same call may mean that the source changed
 * @param result the MCP {@code CallToolResult} as JSON text ({@code content}, {@code
 *     structuredContent}, {@code isError}), byte for byte as the connector sent it; for a {@code
 *     failed} answer one made of {@code error}
 */
public record CallAnswer(
    CallOutcome outcome,
    UUID connectorId,
    String connector,
    String tool,
    @Nullable Instant storedAt,
    boolean cached,
    long durationMillis,
    @Nullable CallError error,
    @Nullable String shapeHash,
    @JsonRawValue String result) {}
