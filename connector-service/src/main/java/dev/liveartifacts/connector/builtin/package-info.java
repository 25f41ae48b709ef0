/**
 * {@code McpClient → BuiltInServers → BuiltIn}: connectors that are part of this service, each an
 * MCP server of the stateless protocol to everything else.
 */
@NullMarked
package dev.liveartifacts.connector.builtin;

import org.jspecify.annotations.NullMarked;
