package dev.liveartifacts.connector.mcp.wire;

import org.jspecify.annotations.Nullable;

/**
 * Something that a server asks of us, mostly while it works on our request.
 *
 * @param id the id's JSON text, to be echoed as it is
 * @param params the parameters' JSON text; null if there are none, or too many
 */
public record ServerRequest(String id, String method, @Nullable String params)
    implements RpcMessage, ServerWord {}
