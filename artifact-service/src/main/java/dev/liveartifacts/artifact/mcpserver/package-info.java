/**
 * {@code HTTP → McpRoute → Envelope → Dispatcher → Tool, Guide}: our own MCP server, in both eras
 * of the protocol and without sessions, so that any replica answers any request.
 */
@NullMarked
package dev.liveartifacts.artifact.mcpserver;

import org.jspecify.annotations.NullMarked;
