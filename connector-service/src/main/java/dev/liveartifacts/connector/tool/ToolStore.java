package dev.liveartifacts.connector.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tool lists in PostgreSQL: they survive a restart and a server that is down. */
@ApplicationScoped
public class ToolStore implements PanacheRepositoryBase<ToolListRow, UUID> {
  private static final String UPSERT =
      """
      insert into tool_list (connection_id, generation, tools, fetched_at)
      select id, generation, ?3, ?4 from connection where id = ?1 and generation = ?2
      on conflict (connection_id) do update
      set generation = excluded.generation, tools = excluded.tools, fetched_at = excluded.fetched_at
      """;

  private final UnitOfWork unit;
  private final ObjectMapper json;

  public ToolStore(UnitOfWork unit, ObjectMapper json) {
    this.unit = unit;
    this.json = json;
  }

  Uni<Optional<ToolList>> find(Connection connection) {
    return unit.in(() ->
        find("connectionId = ?1 and generation = ?2", connection.id(), connection.generation())
            .<ToolListRow>firstResult()
            .map(row -> Optional.ofNullable(row).map(this::read)));
  }

  /** Keeps a list, unless the connection is gone or was renewed meanwhile. */
  Uni<Void> save(Connection connection, ToolList list) {
    String tools = write(list);
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(UPSERT)
                    .setParameter(1, connection.id())
                    .setParameter(2, connection.generation())
                    .setParameter(3, tools)
                    .setParameter(4, list.fetchedAt())
                    .executeUpdate())
            .replaceWithVoid());
  }

  /** From now on the server has to be asked before the list is used again. */
  Uni<Void> outdate(UUID connectionId) {
    return unit.in(() ->
        update("fetchedAt = ?1 where connectionId = ?2", ToolList.OUTDATED, connectionId)
            .replaceWithVoid());
  }

  private ToolList read(ToolListRow row) {
    try {
      List<Tool> tools = json.readValue(row.tools, new TypeReference<List<Tool>>() {});
      return ToolList.of(tools, row.fetchedAt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored tools of a connection are not JSON", e);
    }
  }

  private String write(ToolList list) {
    try {
      return json.writeValueAsString(list.tools());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Tools cannot be written as JSON", e);
    }
  }
}
