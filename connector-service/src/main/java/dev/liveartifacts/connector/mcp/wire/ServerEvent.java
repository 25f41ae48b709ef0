package dev.liveartifacts.connector.mcp.wire;

/**
 * One server-sent event.
 *
 * @param id the last event id that the stream gave, empty if none
 * @param data the data lines, joined by line feeds
 */
record ServerEvent(String id, byte[] data) {}
