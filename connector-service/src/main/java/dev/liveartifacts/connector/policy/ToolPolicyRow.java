package dev.liveartifacts.connector.policy;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

/** The policy of one tool as it is stored. */
@Entity
@Table(name = "tool_policy")
@IdClass(ToolPolicyRow.Key.class)
@SuppressWarnings("NullAway.Init")
public class ToolPolicyRow extends PanacheEntityBase {
  /** A tool of a connector. */
  public record Key(UUID connectorId, String tool) implements Serializable {}

  @Id public UUID connectorId;
  @Id public String tool;

  @Enumerated(EnumType.STRING)
  public Policy policy;
}
