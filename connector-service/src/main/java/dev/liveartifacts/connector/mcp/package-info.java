/**
 * {@code McpTarget → McpClient → ProtocolEra → Sessions → RpcClient}: the Model Context Protocol,
 * as a client without blocking.
 */
@NullMarked
package dev.liveartifacts.connector.mcp;

import org.jspecify.annotations.NullMarked;
