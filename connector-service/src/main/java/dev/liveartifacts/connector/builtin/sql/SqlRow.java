package dev.liveartifacts.connector.builtin.sql;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A {@link Source} as it is stored. */
@Entity
@Table(name = "sql_source")
@SuppressWarnings("NullAway.Init")
public class SqlRow extends PanacheEntityBase {
  @Id public UUID connectorId;
  public int version;
  public String host;
  public int port;
  public String database;
  public String username;

  @Enumerated(EnumType.STRING)
  public Mode mode;

  public String queries;
  public boolean mayWrite;
}
