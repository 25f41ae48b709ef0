package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.access.Caller;
import dev.liveartifacts.scheduler.cron.Timetable;
import dev.liveartifacts.scheduler.run.Runs;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Schedules: made, listed, changed, deleted. */
@Path("/api/schedules")
@Authenticated
@WithTransaction
public class ScheduleResource {
  static final int RECENT_RUNS = 20;

  private final ScheduleStore store;
  private final ScheduleAccess access;
  private final ScheduleLimits limits;
  private final TimerStore timers;
  private final Runs runs;
  private final Caller caller;
  private final Clock clock;

  ScheduleResource(
      ScheduleStore store,
      ScheduleAccess access,
      ScheduleLimits limits,
      TimerStore timers,
      Runs runs,
      Caller caller,
      Clock clock) {
    this.store = store;
    this.access = access;
    this.limits = limits;
    this.timers = timers;
    this.runs = runs;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @ResponseStatus(201)
  public Uni<ScheduleView> create(@Valid @NotNull NewSchedule wanted) {
    Timetable timetable = limits.read(wanted.cron(), wanted.timeZone(), wanted.jitter());
    ScheduleRow row = ScheduleRow.of(wanted, timetable, caller.id(), clock.instant());
    return store
        .ofOwnerAlone(caller.id())
        .invoke(own -> limits.refuseOneMoreThan(own.size()))
        .invoke(own -> limits.refuseTooOften(timetable, own))
        .chain(() -> store.persist(row))
        .chain(() -> timers.set(row.timer(), row.ringsAt()))
        .replaceWith(() -> row.shown(List.of()));
  }

  @GET
  public Uni<List<ScheduleView>> list(@RestQuery @Nullable UUID artifactId) {
    return access.list(artifactId).chain(this::withRuns);
  }

  @GET
  @Path("{id}")
  public Uni<ScheduleView> get(UUID id) {
    return access.readable(id).chain(this::withRuns);
  }

  @PATCH
  @Path("{id}")
  public Uni<ScheduleView> change(UUID id, @Valid @NotNull ScheduleChange change) {
    return access.changeable(id).chain(row -> change(row, change)).chain(this::withRuns);
  }

  @DELETE
  @Path("{id}")
  @Operation(
      summary = "Deletes a schedule",
      description = "What its runs did stays in the list of runs for as long as runs are kept.")
  public Uni<Void> delete(UUID id) {
    return access
        .changeable(id)
        .call(row -> timers.unset(row.timer()))
        .call(row -> runs.outlive(row.id, row.artifactTitle))
        .chain(store::remove);
  }

  private Uni<ScheduleRow> change(ScheduleRow row, ScheduleChange change) {
    Timetable timetable =
        limits.read(
            Objects.requireNonNullElse(change.cron(), row.cron),
            Objects.requireNonNullElse(change.timeZone(), row.timeZone),
            Objects.requireNonNullElse(change.jitterSeconds(), row.jitterSeconds));
    return change.mayRunMore(row.paused)
        ? store
            .ofOwnerAlone(row.ownerId)
            .map(own -> own.stream().filter(other -> other != row).toList())
            .invoke(others -> limits.refuseTooOften(timetable, others))
            .chain(() -> change(row, change, timetable))
        : change(row, change, timetable);
  }

  private Uni<ScheduleRow> change(ScheduleRow row, ScheduleChange change, Timetable timetable) {
    Timer before = row.timer();
    row.change(change, timetable, clock.instant());
    return before.equals(row.timer())
        ? Uni.createFrom().item(row)
        : timers.unset(before).chain(() -> timers.set(row.timer(), row.ringsAt())).replaceWith(row);
  }

  private Uni<ScheduleView> withRuns(ScheduleRow row) {
    return withRuns(List.of(row)).map(List::getFirst);
  }

  private Uni<List<ScheduleView>> withRuns(List<ScheduleRow> rows) {
    return runs.recent(rows.stream().map(row -> row.id).toList(), RECENT_RUNS)
        .map(recent ->
            rows.stream().map(row -> row.shown(recent.getOrDefault(row.id, List.of()))).toList());
  }
}
