package dev.liveartifacts.artifact.grant;

import dev.liveartifacts.artifact.mapping.Mapping;
import dev.liveartifacts.artifact.mapping.ToolName;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tool that an artifact asks for. */
@Entity(name = "ArtifactTool")
@Table(name = "artifact_tool")
@IdClass(ArtifactToolRow.Key.class)
@SuppressWarnings("NullAway.Init")
class ArtifactToolRow extends PanacheEntityBase {
  @Id
  @Column(name = "artifact_id")
  UUID artifactId;

  @Id String name;

  int position;

  @Column(name = "connector_id")
  @Nullable UUID connectorId;

  @Column(name = "connector_slug")
  @Nullable String connectorSlug;

  @Column(name = "connector_name")
  @Nullable String connectorName;

  String tool;

  @Column(name = "read_only")
  boolean readOnly;

  @Column(name = "schema_hash")
  @Nullable String schemaHash;

  @Column(name = "granted_by")
  @Nullable UUID grantedBy;

  @Column(name = "granted_at")
  @Nullable Instant grantedAt;

  @Column(name = "changed_at")
  @Nullable Instant changedAt;

  static ArtifactToolRow requested(UUID artifactId, ToolName name, int position) {
    ArtifactToolRow row = new ArtifactToolRow();
    row.artifactId = artifactId;
    row.name = name.text();
    row.position = position;
    row.tool = name.tool();
    return row;
  }

  void map(Mapping mapping) {
    connectorId = mapping.connectorId();
    connectorSlug = mapping.connectorSlug();
    connectorName = mapping.connectorName();
    tool = mapping.tool();
    readOnly = mapping.readOnly();
    schemaHash = mapping.schemaHash();
  }

  void grant(UUID by, Instant at) {
    grantedBy = by;
    grantedAt = at;
    changedAt = null;
  }

  void withdraw() {
    grantedBy = null;
    grantedAt = null;
    changedAt = null;
  }

  ArtifactTool view() {
    return new ArtifactTool(
        name, connectorId, connectorSlug, connectorName, tool, readOnly, state());
  }

  private ArtifactTool.State state() {
    if (grantedAt != null) {
      return changedAt == null ? ArtifactTool.State.GRANTED : ArtifactTool.State.CHANGED;
    }
    return connectorId == null ? ArtifactTool.State.UNMAPPED : ArtifactTool.State.REQUESTED;
  }

  /** Artifact and name. */
  record Key(UUID artifactId, String name) implements Serializable {}
}
