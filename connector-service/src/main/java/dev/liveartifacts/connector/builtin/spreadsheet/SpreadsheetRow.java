package dev.liveartifacts.connector.builtin.spreadsheet;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A spreadsheet file as it is stored. */
@Entity
@Table(name = "spreadsheet")
@SuppressWarnings("NullAway.Init")
public class SpreadsheetRow extends PanacheEntityBase {
  @Id public UUID connectorId;
  public int version;
  public String fileName;
  public @Nullable String address;
  public @Nullable String entityTag;
  public @Nullable String lastModified;
  public byte[] content;
  public Instant updatedAt;
}
