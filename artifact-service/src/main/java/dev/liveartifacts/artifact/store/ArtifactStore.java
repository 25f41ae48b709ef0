package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.grant.ToolStore;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Artifacts and their versions. Whoever calls has asked the doorkeeper before. */
@Singleton
class ArtifactStore {
  private static final String KEEP_TEXT =
      "insert into page_text (sha256, gzip, size) values (?1, ?2, ?3)"
          + " on conflict (sha256) do update set size = excluded.size";

  /** What no other artifact has goes with the last one that had it. */
  private static final String FORGET_TEXTS =
      """
      with gone as (delete from version where artifact_id = ?1 returning sha256)
      delete from page_text t using gone
      where t.sha256 = gone.sha256 and not exists (
        select 1 from version v where v.sha256 = t.sha256 and v.artifact_id <> ?1)
      """;

  /** Other services are told until they have ended all that its owner delegated to it. */
  private static final String LEAVE =
      """
      insert into handover (id, artifact_id, person_id, at, next_at, schedules_paused)
      select gen_random_uuid(), id, owner_id, now(), now(), true from artifact where id = ?1
      """;

  private final ToolStore tools;
  private final Clock clock;

  ArtifactStore(ToolStore tools, Clock clock) {
    this.tools = tools;
    this.clock = clock;
  }

  Uni<UUID> create(UUID owner, @Nullable String title, @Nullable String description, Draft draft) {
    ArtifactRow row =
        ArtifactRow.created(
            owner, draft.title(title), draft.description(description), clock.instant());
    return Panache.withTransaction(() ->
        keep(draft.text())
            .flatMap(kept -> row.persistAndFlush())
            .flatMap(saved -> version(row, draft, "First version", owner))
            .flatMap(saved -> tools.request(row.id, draft.tools()))
            .replaceWith(row.id));
  }

  Uni<Integer> addVersion(UUID id, UUID author, String summary, Draft draft) {
    return Panache.withTransaction(() ->
        keep(draft.text())
            .flatMap(kept -> locked(id))
            .invoke(row -> row.next(clock.instant()))
            .flatMap(row -> version(row, draft, summary, author).replaceWith(row.version))
            .call(number -> tools.request(id, draft.tools())));
  }

  /** Makes an older version the newest, by a version of its own: history only grows. */
  Uni<Integer> restore(UUID id, UUID author, int number) {
    return Panache.withTransaction(() ->
        locked(id)
            .flatMap(row ->
                VersionRow.<VersionRow>findById(new VersionRow.Key(id, number))
                    .onItem()
                    .ifNull()
                    .failWith(() -> Problems.notFound("version"))
                    .flatMap(old -> again(row, old, author))));
  }

  Uni<Void> describe(UUID id, @Nullable String title, @Nullable String description) {
    return Panache.withTransaction(() ->
        locked(id)
            .invoke(row -> rename(row, title, description, clock.instant()))
            .replaceWithVoid());
  }

  Uni<Void> delete(UUID id) {
    return Panache.withTransaction(() ->
            run(LEAVE, id)
                .flatMap(left -> run(FORGET_TEXTS, id))
                .flatMap(forgotten -> ArtifactRow.deleteById(id)))
        .replaceWithVoid();
  }

  private static Uni<Integer> run(String statement, UUID id) {
    return Panache.getSession()
        .flatMap(
            session -> session.createNativeQuery(statement).setParameter(1, id).executeUpdate());
  }

  private static void rename(
      ArtifactRow row, @Nullable String title, @Nullable String description, Instant at) {
    row.title = title == null || title.isBlank() ? row.title : title.replace("\0", "").strip();
    row.description = description == null ? row.description : description.replace("\0", "").strip();
    row.updatedAt = at;
  }

  private Uni<Integer> again(ArtifactRow row, VersionRow old, UUID author) {
    row.next(clock.instant());
    String summary = "Version " + old.number + " restored";
    return VersionRow.of(row, old.sha256, summary, author, List.of(old.notes), old.tools)
        .persist()
        .replaceWith(row.version);
  }

  private static Uni<VersionRow> version(
      ArtifactRow row, Draft draft, String summary, UUID author) {
    return VersionRow.of(
            row,
            draft.text().sha256().getBytes(),
            summary,
            author,
            draft.facts().notes(),
            draft.facts().tools().toArray(String[]::new))
        .persist();
  }

  private static Uni<Integer> keep(PageText text) {
    return Panache.getSession()
        .flatMap(session ->
            session
                .createNativeQuery(KEEP_TEXT)
                .setParameter(1, text.sha256().getBytes())
                .setParameter(2, text.gzip().getBytes())
                .setParameter(3, text.size())
                .executeUpdate());
  }

  private static Uni<ArtifactRow> locked(UUID id) {
    return ArtifactRow.<ArtifactRow>findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(() -> Problems.notFound("artifact"));
  }
}
