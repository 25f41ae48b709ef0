package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Databases that may be asked, in PostgreSQL. Methods that say so run in the caller's unit. */
@ApplicationScoped
public class SqlStore implements PanacheRepositoryBase<SqlRow, UUID> {
  private final UnitOfWork unit;
  private final ObjectMapper json;

  public SqlStore(UnitOfWork unit, ObjectMapper json) {
    this.unit = unit;
    this.json = json;
  }

  Uni<Optional<Source>> find(UUID connectorId) {
    return unit.in(
        () -> findById(connectorId).map(row -> Optional.ofNullable(row).map(this::source)));
  }

  /** In the caller's unit. */
  Uni<Void> add(UUID connectorId, Source source) {
    SqlRow row = new SqlRow();
    row.connectorId = connectorId;
    write(row, source);
    return persist(row).replaceWithVoid();
  }

  /** In the caller's unit. */
  Uni<Void> replace(UUID connectorId, Source source) {
    return findById(connectorId).invoke(row -> write(row, source)).replaceWithVoid();
  }

  private void write(SqlRow row, Source source) {
    row.version = source.version();
    row.host = source.host();
    row.port = source.port();
    row.database = source.database();
    row.username = source.user();
    row.mode = source.mode();
    row.queries = text(source.queries());
    row.mayWrite = source.mayWrite();
  }

  private Source source(SqlRow row) {
    return new Source(
        row.version,
        row.host,
        row.port,
        row.database,
        row.username,
        row.mode,
        queries(row.queries),
        row.mayWrite);
  }

  private String text(List<NamedQuery> queries) {
    try {
      return json.writeValueAsString(queries);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Queries cannot be written as JSON", e);
    }
  }

  private List<NamedQuery> queries(String text) {
    try {
      return json.readValue(text, new TypeReference<List<NamedQuery>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored queries of a connector are not JSON", e);
    }
  }
}
