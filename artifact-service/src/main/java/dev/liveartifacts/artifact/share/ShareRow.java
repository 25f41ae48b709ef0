package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Role;
import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One share of an artifact. */
@Entity(name = "Share")
@Table(name = "share")
@SuppressWarnings("NullAway.Init")
class ShareRow extends PanacheEntityBase {
  @Id UUID id;

  @Column(name = "artifact_id")
  UUID artifactId;

  String kind;
  @Nullable String email;
  String role;

  @Column(name = "created_by")
  UUID createdBy;

  @Column(name = "created_at")
  Instant createdAt;

  static ShareRow of(
      UUID artifactId, Share.Kind kind, @Nullable String email, UUID by, Instant at) {
    ShareRow row = new ShareRow();
    row.id = UUID.randomUUID();
    row.artifactId = artifactId;
    row.kind = kind.word();
    row.email = email;
    row.createdBy = by;
    row.createdAt = at;
    return row;
  }

  ShareRow as(Role given) {
    role = given.word();
    return this;
  }

  Share view(Map<String, String> nameByEmail) {
    return new Share(
        id,
        Share.Kind.of(kind),
        email,
        email == null ? null : nameByEmail.get(email),
        Role.of(role),
        createdAt);
  }
}
