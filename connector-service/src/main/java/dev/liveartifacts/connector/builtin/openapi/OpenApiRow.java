package dev.liveartifacts.connector.builtin.openapi;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An {@link ApiSource} as it is stored. */
@Entity
@Table(name = "openapi_source")
@SuppressWarnings("NullAway.Init")
public class OpenApiRow extends PanacheEntityBase {
  @Id public UUID connectorId;
  public int version;
  public String documentAddress;
  public String baseAddress;
  public String title;
  public String operations;
  public Instant fetchedAt;
}
