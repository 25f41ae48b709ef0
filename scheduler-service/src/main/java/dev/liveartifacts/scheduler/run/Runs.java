package dev.liveartifacts.scheduler.run;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The runs of schedules: asked for, and looked at. Takes part in the caller's transaction. */
@ApplicationScoped
public class Runs {
  private final RunStore store;
  private final Clock clock;

  Runs(RunStore store, Clock clock) {
    this.store = store;
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
        .map(RunRow::shown);
  }

  private Uni<RunRow> record(RunOrder order) {
    return store.persist(RunRow.manual(order, clock.instant(), Traceparent.current()));
  }

  /** The latest runs of each schedule, latest first. */
  public Uni<Map<UUID, List<Run>>> recent(Collection<UUID> schedules, int limit) {
    if (schedules.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return store
        .recent(schedules, limit)
        .map(runs ->
            runs.stream().map(RunRow::shown).collect(Collectors.groupingBy(Run::scheduleId)));
  }
}
