package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Services with an OpenAPI document, in PostgreSQL. Methods that say so run in the caller's unit.
 */
@ApplicationScoped
public class OpenApiStore implements PanacheRepositoryBase<OpenApiRow, UUID> {
  private final UnitOfWork unit;
  private final ObjectMapper json;

  public OpenApiStore(UnitOfWork unit, ObjectMapper json) {
    this.unit = unit;
    this.json = json;
  }

  Uni<Optional<ApiSource>> find(UUID connectorId) {
    return unit.in(
        () -> findById(connectorId).map(row -> Optional.ofNullable(row).map(this::source)));
  }

  /** In the caller's unit. */
  Uni<Void> add(UUID connectorId, ApiSource source) {
    OpenApiRow row = new OpenApiRow();
    row.connectorId = connectorId;
    write(row, source);
    return persist(row).replaceWithVoid();
  }

  /** In the caller's unit. */
  Uni<Void> replace(UUID connectorId, ApiSource source) {
    return findById(connectorId).invoke(row -> write(row, source)).replaceWithVoid();
  }

  private void write(OpenApiRow row, ApiSource source) {
    row.version++;
    row.documentAddress = source.document().toString();
    row.baseAddress = source.base().toString();
    row.title = source.title();
    row.operations = text(source.operations());
    row.fetchedAt = source.fetchedAt();
  }

  private ApiSource source(OpenApiRow row) {
    return new ApiSource(
        URI.create(row.documentAddress),
        URI.create(row.baseAddress),
        row.title,
        operations(row.operations),
        row.fetchedAt);
  }

  private String text(List<Operation> operations) {
    try {
      return json.writeValueAsString(operations);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Operations cannot be written as JSON", e);
    }
  }

  private List<Operation> operations(String text) {
    try {
      return json.readValue(text, new TypeReference<List<Operation>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored operations of a connector are not JSON", e);
    }
  }
}
