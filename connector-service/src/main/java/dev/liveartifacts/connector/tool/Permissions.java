package dev.liveartifacts.connector.tool;

import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Claim;
import dev.liveartifacts.connector.policy.Permission;
import dev.liveartifacts.connector.policy.Policies;
import dev.liveartifacts.connector.policy.PolicyCache;
import dev.liveartifacts.connector.register.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** What a connector's tools may do: the list, seen through the administrator's policy. */
@ApplicationScoped
public class Permissions {
  private final ToolBox tools;
  private final PolicyCache policies;

  public Permissions(ToolBox tools, PolicyCache policies) {
    this.tools = tools;
    this.policies = policies;
  }

  /** A tool by name; fails as {@link ToolBox} does. */
  public Uni<Optional<PermittedTool>> find(Reach reach, String name) {
    return tools
        .containing(reach, name)
        .chain(
            list -> policies.of(reach.connector().id()).map(said -> permitted(list, said, name)));
  }

  private static Optional<PermittedTool> permitted(ToolList list, Policies said, String name) {
    return list.find(name).map(tool -> PermittedTool.of(tool, permission(list, said, tool)));
  }

  static Permission permission(ToolList list, Policies said, Tool tool) {
    return Permission.of(said, tool.name(), Claim.of(tool), list.known(tool));
  }
}
