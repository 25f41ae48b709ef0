package dev.liveartifacts.connector.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** When tools were last called, in PostgreSQL. */
@ApplicationScoped
public class ToolUseStore implements PanacheRepositoryBase<ToolUseRow, ToolUseRow.Key> {
  private static final String UPSERT =
      """
      insert into tool_use (connector_id, tool, last_used_at)
      select used.connector, used.tool, used.at
      from json_to_recordset(cast(cast(?1 as text) as json))
        as used(connector uuid, tool text, at timestamptz)
      join connector on connector.id = used.connector
      order by used.connector, used.tool
      on conflict (connector_id, tool) do update
      set last_used_at = greatest(tool_use.last_used_at, excluded.last_used_at)
      """;

  private final UnitOfWork unit;
  private final ObjectMapper json;

  public ToolUseStore(UnitOfWork unit, ObjectMapper json) {
    this.unit = unit;
    this.json = json;
  }

  /** One use of a tool, as it is written. */
  record Use(UUID connector, String tool, String at) {}

  Uni<Void> save(List<Use> uses) {
    String all = write(uses);
    return unit.in(() ->
        Panache.getSession()
            .chain(
                session -> session.createNativeQuery(UPSERT).setParameter(1, all).executeUpdate())
            .replaceWithVoid());
  }

  Uni<Map<String, Instant>> of(UUID connectorId) {
    return unit.in(() ->
        list("connectorId", connectorId)
            .map(rows ->
                rows.stream().collect(Collectors.toMap(row -> row.tool, row -> row.lastUsedAt))));
  }

  private String write(List<Use> uses) {
    try {
      return json.writeValueAsString(uses);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Uses of tools cannot be written as JSON", e);
    }
  }
}
