package dev.liveartifacts.contracts.relative;

/**
 * What a recorded value may have meant.
 *
 * @param likely true if it is common enough to be proposed; false if it only fits
 */
public record Candidate(RelativeTime time, boolean likely) {}
