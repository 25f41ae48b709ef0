package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Permission;

/** A tool that is treated as the administrator says, with what it may do. */
public record PermittedTool(Tool tool, Permission permission) {
  static PermittedTool of(Tool tool, Permission permission) {
    return new PermittedTool(tool.treatedAs(permission.readOnly()), permission);
  }
}
