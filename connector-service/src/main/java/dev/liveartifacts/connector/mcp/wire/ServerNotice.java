package dev.liveartifacts.connector.mcp.wire;

/** Something that a server tells and that needs no answer, progress for instance. */
public record ServerNotice(String method) implements RpcMessage, ServerWord {}
