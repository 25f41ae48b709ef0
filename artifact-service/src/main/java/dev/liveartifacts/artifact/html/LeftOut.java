package dev.liveartifacts.artifact.html;

/**
 * Something external that a page asks for and does not get.
 *
 * @param kind {@code script}, {@code style}, {@code image}, {@code frame} or {@code hint}
 */
public record LeftOut(String kind, String url) {}
