/**
 * {@code RpcPost → RpcClient → EgressGuard → Exchange → SseParser, RpcMessage → RpcAnswer}: one
 * JSON-RPC message over HTTP, bounded in time and memory.
 */
@NullMarked
package dev.liveartifacts.connector.mcp.wire;

import org.jspecify.annotations.NullMarked;
