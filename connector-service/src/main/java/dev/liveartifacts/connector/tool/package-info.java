/**
 * {@code HTTP → ToolResource → ToolBox → ToolStore, McpClient}; {@code Calls → Permissions →
 * ToolBox, PolicyCache}.
 */
@NullMarked
package dev.liveartifacts.connector.tool;

import org.jspecify.annotations.NullMarked;
