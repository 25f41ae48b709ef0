package dev.liveartifacts.artifact.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One immutable version of an artifact. */
@Entity(name = "Version")
@Table(name = "version")
@IdClass(VersionRow.Key.class)
@SuppressWarnings("NullAway.Init")
class VersionRow extends PanacheEntityBase {
  @Id
  @Column(name = "artifact_id")
  UUID artifactId;

  @Id int number;

  byte[] sha256;
  String summary;

  @Column(name = "author_id")
  UUID authorId;

  String[] notes;

  /** The tools that its page asks for; null for those made before this was kept. */
  String @Nullable [] tools;

  @Column(name = "created_at")
  Instant createdAt;

  static VersionRow of(
      ArtifactRow artifact,
      byte[] sha256,
      String summary,
      UUID author,
      List<String> notes,
      String @Nullable [] tools) {
    VersionRow row = new VersionRow();
    row.artifactId = artifact.id;
    row.number = artifact.version;
    row.sha256 = sha256;
    row.summary = summary;
    row.authorId = author;
    row.notes = notes.toArray(String[]::new);
    row.tools = tools;
    row.createdAt = artifact.updatedAt;
    return row;
  }

  /** Artifact and number. */
  record Key(UUID artifactId, int number) implements Serializable {}
}
