package dev.liveartifacts.artifact.delivery;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the last message of a kind went.
 *
 * @param kind {@code mail} or {@code webhook}
 * @param state {@code held} before the first attempt, {@code waiting} for the next one, {@code
 *     delivered}, or {@code given_up}
 * @param at when it is tried next, or when it ended
 * @param reason why the last attempt failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Sent(
    @JsonIgnore UUID about, String kind, String state, Instant at, @Nullable String reason) {}
