package dev.liveartifacts.bench.load;

import java.time.Duration;

/**
 * When a slice of load ends: whichever comes first.
 *
 * @param atATime requests under way
 */
public record Bounds(int atATime, Duration atMost, int maxRequests) {}
