package dev.liveartifacts.connector.policy;

import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Policies in PostgreSQL. */
@ApplicationScoped
public class PolicyStore implements PanacheRepositoryBase<ConnectorPolicyRow, UUID> {
  private final UnitOfWork unit;

  public PolicyStore(UnitOfWork unit) {
    this.unit = unit;
  }

  Uni<Policies> find(UUID connectorId) {
    return unit.in(() ->
        findById(connectorId).chain(row -> tools(connectorId).map(tools -> policies(row, tools))));
  }

  Uni<Void> put(UUID connectorId, ConnectorPolicy policy) {
    ConnectorPolicyRow row = new ConnectorPolicyRow();
    row.connectorId = connectorId;
    row.reads = policy.reads();
    row.writes = policy.writes();
    row.unannotated = policy.unannotated();
    return unit.in(
        () -> Panache.getSession().chain(session -> session.merge(row)).replaceWithVoid());
  }

  /** Sets one tool's own policy, or takes it back. */
  Uni<Void> put(UUID connectorId, String tool, @Nullable Policy policy) {
    return unit.in(
        () -> policy == null ? remove(connectorId, tool) : merge(row(connectorId, tool, policy)));
  }

  private static Uni<Void> merge(ToolPolicyRow row) {
    return Panache.getSession().chain(session -> session.merge(row)).replaceWithVoid();
  }

  private static Uni<Void> remove(UUID connectorId, String tool) {
    return ToolPolicyRow.delete("connectorId = ?1 and tool = ?2", connectorId, tool)
        .replaceWithVoid();
  }

  private static ToolPolicyRow row(UUID connectorId, String tool, Policy policy) {
    ToolPolicyRow row = new ToolPolicyRow();
    row.connectorId = connectorId;
    row.tool = tool;
    row.policy = policy;
    return row;
  }

  private static Uni<List<ToolPolicyRow>> tools(UUID connectorId) {
    return ToolPolicyRow.list("connectorId", connectorId);
  }

  private static Policies policies(
      @Nullable ConnectorPolicyRow connector, List<ToolPolicyRow> tools) {
    return new Policies(
        connector == null ? null : connector.toPolicy(),
        tools.stream().collect(Collectors.toMap(row -> row.tool, row -> row.policy)));
  }
}
