package dev.liveartifacts.connector.builtin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * One kind of built-in connector: which tools it offers and what they do. Fails with {@link
 * dev.liveartifacts.connector.mcp.wire.McpException} where a remote server would have failed; a
 * tool's own failure is a {@link ToolResult}. Never blocks.
 */
public interface BuiltIn {
  /** The word for this kind in endpoints: lower-case letters. */
  String kind();

  Uni<List<OfferedTool>> tools(Asker asker);

  Uni<ToolResult> call(Asker asker, String tool, ObjectNode arguments);
}
