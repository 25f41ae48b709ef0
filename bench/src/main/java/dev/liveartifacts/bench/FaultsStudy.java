package dev.liveartifacts.bench;

import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.subject.DueSchedules;
import dev.liveartifacts.bench.subject.EndedRuns;
import dev.liveartifacts.bench.subject.RequestedRuns;
import dev.liveartifacts.bench.subject.RequestedRuns.Sight;
import dev.liveartifacts.bench.subject.SchedulerParts;
import dev.liveartifacts.bench.subject.SchedulerReplica;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Two schedulers, and what may happen to them: one is killed, Kafka or the database is away, events
 * come twice, in any order, or make no sense. Counts what was lost and what came twice.
 */
final class FaultsStudy {
  private static final Duration AHEAD = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration AFTER_ALL = Duration.ofSeconds(5);

  private final Plan plan;
  private final SchedulerParts parts;
  private final Report report;

  FaultsStudy(Plan plan, SchedulerParts parts, Report report) {
    this.plan = plan;
    this.parts = parts;
    this.report = report;
  }

  void run() {
    report.heading("Faults");
    int due = Math.min(1_000, plan.due());
    try (RequestedRuns requested = new RequestedRuns(parts.kafka().bootstrap())) {
      SchedulerReplica first = parts.replica();
      parts.replica();
      DueSchedules schedules = new DueSchedules(parts.database());
      schedules.create(due);
      oneIsKilled(schedules, requested, first, due);
      parts.replica();
      kafkaIsAway(schedules, requested, due);
      databaseIsAway(schedules, requested, due);
      reportsAreABadLot(schedules, requested, due);
    }
  }

  private void oneIsKilled(
      DueSchedules schedules, RequestedRuns requested, SchedulerReplica one, int due) {
    Instant at = makeDue(schedules, requested, due);
    Wait.until(() -> requested.runs() >= due / 3, LIMIT);
    one.kill();
    int before = requested.runs();
    boolean all = Wait.until(() -> requested.runs() >= due, LIMIT);
    judge(
        "One of two schedulers is killed (SIGKILL) after %d of %d runs".formatted(before, due),
        schedules,
        requested,
        due,
        all,
        Duration.between(at, Instant.now()));
  }

  private void kafkaIsAway(DueSchedules schedules, RequestedRuns requested, int due) {
    parts.kafka().process().kill();
    Instant at = makeDue(schedules, requested, due);
    Instant end = at.plus(plan.kafkaAway());
    Wait.until(() -> Instant.now().isAfter(end), plan.kafkaAway().multipliedBy(2));
    parts.kafka().start();
    Instant back = Instant.now();
    boolean all = Wait.until(() -> requested.runs() >= due, LIMIT);
    judge(
        "Kafka is away for %d s when %d runs are due".formatted(plan.kafkaAway().toSeconds(), due),
        schedules,
        requested,
        due,
        all,
        Duration.between(back, Instant.now()));
  }

  private void databaseIsAway(DueSchedules schedules, RequestedRuns requested, int due) {
    makeDue(schedules, requested, due);
    Wait.until(() -> requested.runs() >= due / 3, LIMIT);
    parts.killDatabase();
    int before = requested.runs();
    parts.startDatabase();
    Instant back = Instant.now();
    boolean all = Wait.until(() -> requested.runs() >= due, LIMIT);
    judge(
        "PostgreSQL is killed after %d of %d runs and comes back".formatted(before, due),
        schedules,
        requested,
        due,
        all,
        Duration.between(back, Instant.now()));
  }

  private void judge(
      String fault,
      DueSchedules schedules,
      RequestedRuns requested,
      int due,
      boolean all,
      Duration took) {
    // whatever is repeated comes within the lease of the outbox; most of it at once
    Wait.until(() -> requested.runs() > due, AFTER_ALL);
    long schedulesSeen = requested.sights().stream().map(Sight::scheduleId).distinct().count();
    long recorded = schedules.count("select count(*) from run");
    long once = schedules.count("select count(distinct (schedule_id, due_at)) from run");
    boolean holds =
        all && schedulesSeen == due && requested.runs() == due && recorded == due && once == due;
    report.verdict(
        holds,
        "%s: recorded %d, each once; on Kafka %d, lost %d, repeated events %d; the last one after %.1f s"
            .formatted(
                fault,
                once,
                requested.runs(),
                due - schedulesSeen,
                requested.events() - requested.runs(),
                took.toMillis() / 1000.0));
  }

  private void reportsAreABadLot(DueSchedules schedules, RequestedRuns requested, int due) {
    makeDue(schedules, requested, due);
    Wait.until(() -> requested.runs() >= due, LIMIT);
    EndedRuns.Told told = EndedRuns.tellBadly(parts.kafka().bootstrap(), requested.sights());
    boolean all = Wait.until(() -> schedules.count(EndedRuns.AS_TOLD) == due, LIMIT);
    long parked = EndedRuns.parked(parts.kafka().bootstrap(), told.poison());
    long failing =
        schedules.count("select count(*) from schedule where failures_in_a_row > 0 or paused");
    report.verdict(
        all && parked == told.poison() && failing == 0,
        "%d reports for %d runs, each twice and in any order, with %d that make no sense among them: %d runs in their right end state, %d parked with a reason, %d schedules misjudged"
            .formatted(
                told.events(),
                due,
                told.poison(),
                schedules.count(EndedRuns.AS_TOLD),
                parked,
                failing));
  }

  private static Instant makeDue(DueSchedules schedules, RequestedRuns requested, int due) {
    Instant at = Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
    requested.reset();
    schedules.makeDue(due, at);
    return at;
  }
}
