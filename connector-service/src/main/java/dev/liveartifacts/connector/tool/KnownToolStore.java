package dev.liveartifacts.connector.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Claim;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tools as they were when an administrator last saw them, in PostgreSQL. A tool that turns up for
 * the first time counts as seen.
 */
@ApplicationScoped
public class KnownToolStore implements PanacheRepositoryBase<KnownToolRow, KnownToolRow.Key> {
  private static final String MEET =
      """
      insert into known_tool (connector_id, tool, definition)
      select connector.id, met.tool, met.definition
      from json_to_recordset(cast(cast(?2 as text) as json)) as met(tool text, definition text),
        connector
      where connector.id = ?1
      on conflict do nothing
      """;

  private final UnitOfWork unit;
  private final ObjectMapper json;
  private final Clock clock;

  public KnownToolStore(UnitOfWork unit, ObjectMapper json, Clock clock) {
    this.unit = unit;
    this.json = json;
    this.clock = clock;
  }

  /** How these tools differ from what was known, by name; remembers those that are new. */
  Uni<Map<String, ToolChange>> meet(UUID connectorId, List<Tool> tools) {
    return unit.in(() ->
        known(connectorId)
            .call(known -> remember(connectorId, strangers(tools, known)))
            .map(known -> changes(tools, known)));
  }

  /** From now on the tool is known as it is now. */
  Uni<Void> seen(UUID connectorId, Tool tool) {
    return unit.in(() ->
        find("connectorId = ?1 and tool = ?2", connectorId, tool.name())
            .<KnownToolRow>firstResult()
            .onItem()
            .ifNotNull()
            .invoke(row -> acknowledge(row, tool))
            .replaceWithVoid());
  }

  private Uni<Map<String, KnownToolRow>> known(UUID connectorId) {
    return list("connectorId", connectorId)
        .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.tool, Function.identity())));
  }

  private void acknowledge(KnownToolRow row, Tool tool) {
    row.definition = write(tool);
    row.changedAt = null;
  }

  private Uni<Void> remember(UUID connectorId, List<Met> strangers) {
    return strangers.isEmpty()
        ? Uni.createFrom().voidItem()
        : Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(MEET)
                    .setParameter(1, connectorId)
                    .setParameter(2, write(strangers))
                    .executeUpdate())
            .replaceWithVoid();
  }

  private List<Met> strangers(List<Tool> tools, Map<String, KnownToolRow> known) {
    return tools.stream()
        .filter(tool -> !known.containsKey(tool.name()))
        .map(tool -> new Met(tool.name(), write(tool)))
        .toList();
  }

  private Map<String, ToolChange> changes(List<Tool> tools, Map<String, KnownToolRow> known) {
    Map<String, ToolChange> changes = new HashMap<>();
    for (Tool tool : tools) {
      Optional.ofNullable(known.get(tool.name()))
          .flatMap(row -> change(row, tool))
          .ifPresent(change -> changes.putIfAbsent(tool.name(), change));
    }
    return changes;
  }

  private Optional<ToolChange> change(KnownToolRow row, Tool tool) {
    Tool before = read(row.definition);
    List<String> what = ToolDifference.between(before, tool);
    if (what.isEmpty()) {
      row.changedAt = null;
      return Optional.empty();
    }
    Instant at = row.changedAt == null ? clock.instant() : row.changedAt;
    row.changedAt = at;
    return Optional.of(new ToolChange(at, new ArrayList<>(what), Claim.of(before)));
  }

  private Tool read(String definition) {
    try {
      return json.readValue(definition, Tool.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A known tool is not JSON", e);
    }
  }

  private String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tool cannot be written as JSON", e);
    }
  }

  private record Met(String tool, String definition) {}
}
