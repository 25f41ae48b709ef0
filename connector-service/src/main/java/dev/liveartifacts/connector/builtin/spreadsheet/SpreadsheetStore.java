package dev.liveartifacts.connector.builtin.spreadsheet;

import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Spreadsheet files in PostgreSQL. Methods that say so run inside the caller's unit of work. */
@ApplicationScoped
public class SpreadsheetStore implements PanacheRepositoryBase<SpreadsheetRow, UUID> {
  private static final String HEAD =
      """
      select new dev.liveartifacts.connector.builtin.spreadsheet.StoredFile(
        version, fileName, address, entityTag, lastModified, updatedAt)
      from SpreadsheetRow where connectorId = ?1
      """;
  private static final String CONTENT =
      "select content from SpreadsheetRow where connectorId = ?1 and version = ?2";

  private final UnitOfWork unit;
  private final Clock clock;

  public SpreadsheetStore(UnitOfWork unit, Clock clock) {
    this.unit = unit;
    this.clock = clock;
  }

  Uni<Optional<StoredFile>> find(UUID connectorId) {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createQuery(HEAD, StoredFile.class)
                    .setParameter(1, connectorId)
                    .getSingleResultOrNull())
            .map(Optional::ofNullable));
  }

  /** The content of a version; empty if there is a newer one meanwhile. */
  Uni<Optional<byte[]>> content(UUID connectorId, int version) {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createQuery(CONTENT, byte[].class)
                    .setParameter(1, connectorId)
                    .setParameter(2, version)
                    .getSingleResultOrNull())
            .map(Optional::ofNullable));
  }

  /** In the caller's unit. */
  Uni<Void> add(UUID connectorId, SpreadsheetFile file) {
    SpreadsheetRow row = new SpreadsheetRow();
    row.connectorId = connectorId;
    write(row, file);
    return persist(row).replaceWithVoid();
  }

  /** In the caller's unit. */
  Uni<Void> replace(UUID connectorId, SpreadsheetFile file) {
    return findById(connectorId).invoke(row -> write(row, file)).replaceWithVoid();
  }

  /** Keeps newer content of an address, unless another replica kept some meanwhile. */
  Uni<Void> refresh(UUID connectorId, int version, SpreadsheetFile file) {
    return unit.in(() ->
        find("connectorId = ?1 and version = ?2", connectorId, version)
            .<SpreadsheetRow>firstResult()
            .onItem()
            .ifNotNull()
            .invoke(row -> write(row, file))
            .replaceWithVoid());
  }

  private void write(SpreadsheetRow row, SpreadsheetFile file) {
    @Nullable URI address = file.address();
    row.version++;
    row.fileName = file.name();
    row.address = address == null ? null : address.toString();
    row.entityTag = file.entityTag();
    row.lastModified = file.lastModified();
    row.content = file.content();
    row.updatedAt = clock.instant();
  }
}
