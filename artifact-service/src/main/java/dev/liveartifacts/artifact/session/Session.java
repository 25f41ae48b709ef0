package dev.liveartifacts.artifact.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser in which somebody is signed in.
 *
 * @param device the browser in words
 * @param address from which it was last seen
 */
public record Session(
    UUID id, UUID personId, String device, String address, Instant startedAt, Instant lastSeenAt) {}
