package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.person.PersonStore;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps with whom artifacts are shared. */
@Singleton
class ShareStore {
  private final PersonStore people;
  private final Clock clock;

  ShareStore(PersonStore people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  Uni<List<Share>> of(UUID artifactId) {
    return Panache.withSession(
            () -> ShareRow.<ShareRow>list("artifactId = ?1 order by createdAt, id", artifactId))
        .flatMap(this::named);
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
                .flatMap(row -> row.<ShareRow>persist()))
        .flatMap(row -> named(List.of(row)))
        .map(List::getFirst);
  }

  private Uni<List<Share>> named(List<ShareRow> rows) {
    List<String> emails = rows.stream().flatMap(row -> Stream.ofNullable(row.email)).toList();
    return people.names(emails).map(names -> rows.stream().map(row -> row.view(names)).toList());
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
