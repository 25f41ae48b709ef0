package dev.liveartifacts.connector.tool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Claim;
import dev.liveartifacts.connector.policy.Permission;
import dev.liveartifacts.connector.policy.Policies;
import dev.liveartifacts.connector.policy.Policy;
import dev.liveartifacts.connector.policy.PolicySource;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as a person sees it.
 *
 * @param readOnly how the tool is treated, which is not always what it says
 * @param annotated true if it says whether it writes
 * @param policyFrom whose word the policy is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ToolView(
    String name,
    @Nullable String title,
    @Nullable String description,
    boolean readOnly,
    boolean annotated,
    JsonNode annotations,
    JsonNode inputSchema,
    @Nullable JsonNode outputSchema,
    String schemaHash,
    Policy policy,
    PolicySource policyFrom,
    @Nullable Instant lastUsedAt,
    @Nullable ToolChange changed) {
  static List<ToolView> of(ToolList list, Policies policies, Map<String, Instant> used) {
    return list.tools().stream().map(tool -> of(list, policies, used, tool)).toList();
  }

  static ToolView of(ToolList list, Policies policies, Map<String, Instant> used, Tool tool) {
    Permission permission = Permissions.permission(list, policies, tool);
    return new ToolView(
        tool.name(),
        tool.title(),
        tool.description(),
        permission.readOnly(),
        Claim.of(tool) != Claim.NOTHING,
        tool.annotations(),
        tool.inputSchema(),
        tool.outputSchema(),
        tool.schemaHash(),
        permission.policy(),
        permission.from(),
        used.get(tool.name()),
        list.change(tool));
  }
}
