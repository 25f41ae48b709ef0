package dev.liveartifacts.artifact.page;

/**
 * Where a page is, for one use within a minute.
 *
 * @param nonce by which the page proves to the web app that it is the one that was opened
 */
public record Entrance(String url, String nonce) {}
