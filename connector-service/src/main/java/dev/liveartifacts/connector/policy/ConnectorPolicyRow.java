package dev.liveartifacts.connector.policy;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A {@link ConnectorPolicy} as it is stored. */
@Entity
@Table(name = "connector_policy")
@SuppressWarnings("NullAway.Init")
public class ConnectorPolicyRow extends PanacheEntityBase {
  @Id public UUID connectorId;

  @Enumerated(EnumType.STRING)
  public Policy reads;

  @Enumerated(EnumType.STRING)
  public Policy writes;

  @Enumerated(EnumType.STRING)
  public Treatment unannotated;

  ConnectorPolicy toPolicy() {
    return new ConnectorPolicy(reads, writes, unannotated);
  }
}
