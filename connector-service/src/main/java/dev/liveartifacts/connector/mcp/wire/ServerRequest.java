package dev.liveartifacts.connector.mcp.wire;

/**
 * Something that a server asks of us while it works on our request.
 *
 * @param id the id's JSON text, to be echoed as it is
 */
public record ServerRequest(String id, String method) implements RpcMessage {}
