/** {@code HTTP → ToolResource → ToolBox → ToolStore, McpClient}. */
@NullMarked
package dev.liveartifacts.connector.tool;

import org.jspecify.annotations.NullMarked;
