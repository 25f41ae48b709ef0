package dev.liveartifacts.connector.mcp;

/** What a server says about itself. */
public record ServerInfo(String protocolVersion, String name) {}
