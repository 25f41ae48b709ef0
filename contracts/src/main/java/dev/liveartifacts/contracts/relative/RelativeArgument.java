package dev.liveartifacts.contracts.relative;

/**
 * A place in a call's arguments whose value is evaluated anew for each run.
 *
 * @param path a JSON Pointer (RFC 6901) into the arguments
 * @param expression what to put there, such as {@code month.start} or {@code today-7d}
 */
public record RelativeArgument(String path, String expression) {}
