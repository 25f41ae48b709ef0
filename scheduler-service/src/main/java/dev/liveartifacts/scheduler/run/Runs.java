package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.scheduler.problem.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The runs of schedules: asked for, and looked at. Takes part in the caller's transaction. */
@ApplicationScoped
public class Runs {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String DELETED = "Its schedule was deleted.";

  private final RunStore store;
  private final RunsConfig config;
  private final Clock clock;

  Runs(RunStore store, RunsConfig config, Clock clock) {
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Asks for a run now. While one is going, that one is the answer.
   *
   * <p>The caller holds the schedule's lock; {@link OutboxLoop#wake()} after the commit sends it.
   */
  public Uni<Run> request(RunOrder order) {
    return store
        .going(order.scheduleId())
        .chain(going -> going.map(Uni.createFrom()::item).orElseGet(() -> record(order)))
        .chain(this::shown);
  }

  /** Asks for the failed calls of an earlier run once more; refuses while a run is going. */
  public Uni<Run> requestAlone(RunOrder order) {
    return store
        .going(order.scheduleId())
        .invoke(going -> going.ifPresent(Runs::refuseSecond))
        .chain(() -> record(order))
        .chain(this::shown);
  }

  private static void refuseSecond(RunRow going) {
    throw new Refusal(
        409,
        "run-is-going",
        "A run is going",
        "This artifact is being refreshed right now. Wait until that has ended, then look whether anything is still missing.");
  }

  private Uni<RunRow> record(RunOrder order) {
    Instant now = clock.instant();
    return store
        .countAsked(order.ownerId(), now.minus(WINDOW))
        .invoke(this::refuseOneMoreThan)
        .chain(() -> store.persist(RunRow.of(order, now, Traceparent.current())));
  }

  private void refuseOneMoreThan(long asked) {
    if (asked >= config.askedAnHour()) {
      throw new Refusal(
          429,
          "too-many-runs",
          "Too many runs",
          "You asked for %d runs within an hour, which is the most. Wait some minutes, or let the schedule do it."
              .formatted(asked));
    }
  }

  /** The latest runs of each schedule, latest first. */
  public Uni<Map<UUID, List<Run>>> recent(Collection<UUID> schedules, int limit) {
    if (schedules.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return store
        .recent(schedules, limit)
        .chain(this::shown)
        .map(runs -> runs.stream().collect(Collectors.groupingBy(Run::scheduleId)));
  }

  /** What is looked for, latest first. */
  public Uni<List<Run>> search(RunSearch search) {
    return store.search(search).chain(this::shown).chain(this::titled);
  }

  private Uni<List<Run>> titled(List<Run> runs) {
    Set<UUID> schedules = runs.stream().map(Run::scheduleId).collect(Collectors.toSet());
    return schedules.isEmpty()
        ? Uni.createFrom().item(runs)
        : store
            .titles(schedules)
            .map(titles ->
                runs.stream()
                    .map(run ->
                        titles.containsKey(run.scheduleId())
                            ? run.titled(titles.get(run.scheduleId()))
                            : run)
                    .toList());
  }

  /**
   * Their schedule is being deleted. What they did stays known for as long as runs are kept; what
   * has not been sent yet is not sent any more.
   */
  public Uni<Void> outlive(UUID scheduleId, String artifactTitle) {
    return store
        .outlive(scheduleId, artifactTitle)
        .chain(() -> store.drop(scheduleId, DELETED, clock.instant()));
  }

  /** One run, and what only its schedule's owner may know about it. */
  public Uni<Optional<PastRun>> find(UUID id) {
    return store
        .look(id)
        .chain(found ->
            found
                .map(row -> shown(row).map(run -> Optional.of(PastRun.of(row, run))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /**
   * How many of the due runs since {@code from} failed after the last good one; counts to {@code
   * most}.
   */
  public Uni<Integer> failuresInARow(UUID scheduleId, Instant from, int most) {
    return store
        .lastVerdicts(scheduleId, from, most)
        .map(verdicts -> (int) verdicts.stream().takeWhile(RunState.FAILED.name()::equals).count());
  }

  private Uni<Run> shown(RunRow row) {
    return shown(List.of(row)).map(List::getFirst);
  }

  private Uni<List<Run>> shown(List<RunRow> rows) {
    List<UUID> going =
        rows.stream().filter(row -> row.state.isGoing()).map(row -> row.scheduleId).toList();
    return going.isEmpty()
        ? Uni.createFrom().item(shown(rows, Map.of()))
        : store.lastEnded(going).map(last -> shown(rows, bySchedule(last)));
  }

  private static Map<UUID, RunRow> bySchedule(List<RunRow> rows) {
    return rows.stream().collect(Collectors.toMap(row -> row.scheduleId, Function.identity()));
  }

  private static List<Run> shown(List<RunRow> rows, Map<UUID, RunRow> last) {
    return rows.stream()
        .map(row -> row.shown(row.expectedAfter(last.get(row.scheduleId))))
        .toList();
  }
}
