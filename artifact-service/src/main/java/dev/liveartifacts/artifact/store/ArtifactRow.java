package dev.liveartifacts.artifact.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An artifact: what stays the same across its versions. */
@Entity(name = "Artifact")
@Table(name = "artifact")
@SuppressWarnings("NullAway.Init")
class ArtifactRow extends PanacheEntityBase {
  @Id UUID id;

  @Column(name = "owner_id")
  UUID ownerId;

  String title;
  String description;
  int version;

  @Column(name = "created_at")
  Instant createdAt;

  @Column(name = "updated_at")
  Instant updatedAt;

  static ArtifactRow created(UUID ownerId, String title, String description, Instant at) {
    ArtifactRow row = new ArtifactRow();
    row.id = UUID.randomUUID();
    row.ownerId = ownerId;
    row.title = title;
    row.description = description;
    row.version = 1;
    row.createdAt = at;
    row.updatedAt = at;
    return row;
  }

  int next(Instant at) {
    version++;
    updatedAt = at;
    return version;
  }
}
