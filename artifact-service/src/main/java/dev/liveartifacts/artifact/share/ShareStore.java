package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Keeps with whom artifacts are shared. */
@Singleton
class ShareStore {
  private final Clock clock;

  ShareStore(Clock clock) {
    this.clock = clock;
  }

  Uni<List<Share>> of(UUID artifactId) {
    return Panache.withSession(
            () -> ShareRow.<ShareRow>list("artifactId = ?1 order by createdAt, id", artifactId))
        .map(rows -> rows.stream().map(ShareRow::view).toList());
  }

  /** Shares, or changes the role of who has it already. */
  Uni<Share> put(UUID artifactId, UUID by, Invitation invitation) {
    String email = invitation.address();
    ShareRow fresh = ShareRow.of(artifactId, invitation.kind(), email, by, clock.instant());
    return Panache.withTransaction(() ->
        ShareRow.<ShareRow>find(
                "artifactId = ?1 and kind = ?2 and coalesce(email, '') = ?3",
                artifactId,
                fresh.kind,
                email == null ? "" : email)
            .firstResult()
            .map(known -> (known == null ? fresh : known).as(invitation.role()))
            .flatMap(row -> row.<ShareRow>persist())
            .map(ShareRow::view));
  }

  Uni<Void> remove(UUID artifactId, UUID shareId) {
    return Panache.withTransaction(() ->
        ShareRow.delete("id = ?1 and artifactId = ?2", shareId, artifactId)
            .invoke(ShareStore::oneOrNotFound)
            .replaceWithVoid());
  }

  private static void oneOrNotFound(long deleted) {
    if (deleted == 0) {
      throw Problems.notFound("share");
    }
  }
}
