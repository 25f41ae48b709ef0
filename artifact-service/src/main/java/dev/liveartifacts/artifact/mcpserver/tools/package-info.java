/**
 * {@code McpRoute → *Tool → doorkeeper, stores, connector-service}: what an MCP client can have
 * done, with the rights of the person whom it works for.
 */
@NullMarked
package dev.liveartifacts.artifact.mcpserver.tools;

import org.jspecify.annotations.NullMarked;
