package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.CpuTime;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.peer.BareScheduler;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import dev.liveartifacts.bench.subject.DueSchedules;
import dev.liveartifacts.bench.subject.RequestedRuns;
import dev.liveartifacts.bench.subject.RequestedRuns.Sight;
import dev.liveartifacts.bench.subject.SchedulerParts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Many schedules due at one moment: how late each {@code refresh.requested} is seen on Kafka, in
 * turns with a bare db-scheduler whose tasks do nothing. Then the cost of schedules that are not
 * due.
 */
final class SchedulesStudy {
  private static final Duration AHEAD = Duration.ofSeconds(5);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration LIMIT = Duration.ofMinutes(3);

  private final Plan plan;
  private final SchedulerParts parts;
  private final Report report;

  SchedulesStudy(Plan plan, SchedulerParts parts, Report report) {
    this.plan = plan;
    this.parts = parts;
    this.report = report;
  }

  void run() {
    try (RequestedRuns requested = new RequestedRuns(parts.kafka().bootstrap())) {
      parts.replica();
      DueSchedules schedules = new DueSchedules(parts.database());
      besideTheLimit(schedules, requested);
      growth(schedules, requested);
    }
  }

  private void besideTheLimit(DueSchedules schedules, RequestedRuns requested) {
    int due = plan.due();
    String words = "%,d schedules due at one moment".formatted(due);
    report.heading(words);
    schedules.create(due);
    try (BareScheduler bare = BareScheduler.start(parts.database(), due)) {
      ours(schedules, requested, due);
      limit(bare, due);
      List<Sample> ours = new ArrayList<>();
      List<Sample> limit = new ArrayList<>();
      for (int round = 0; round < plan.rounds(); round++) {
        ours.add(ours(schedules, requested, due));
        limit.add(limit(bare, due));
      }
      report.add(new Row(words, 0, due, "until it is on Kafka", Sample.of(ours)));
      report.add(new Row(words, 0, due, "bare db-scheduler", Sample.of(limit)));
      report.remark(
          "Time until the last one: %s; the limit: %s".formatted(last(ours), last(limit)));
    }
  }

  /** The same number due among ever more that are not, and what those cost while nothing is due. */
  private void growth(DueSchedules schedules, RequestedRuns requested) {
    report.heading("Growth");
    schedules.clear();
    int there = 0;
    for (int size : plan.sizes()) {
      schedules.create(size - there);
      there = size;
      int due = Math.min(1_000, plan.due());
      Sample sample = ours(schedules, requested, due);
      report.add(new Row("growth", 0, due, "due among %,d".formatted(size), sample));
      report.remark("%,d schedules, none due: %.1f%% of a core".formatted(size, idlePercent()));
    }
  }

  private Sample ours(DueSchedules schedules, RequestedRuns requested, int due) {
    Instant at = soon();
    requested.reset();
    schedules.makeDue(due, at);
    return measure(
        at,
        due,
        CpuTime::ofChildren,
        () -> requested.runs() >= due,
        () -> requested.sights().stream().map(Sight::at).map(seen -> Duration.between(at, seen)));
  }

  private static Sample limit(BareScheduler bare, int due) {
    Instant at = soon();
    bare.makeDue(at);
    return measure(
        at, due, CpuTime::ofAll, () -> bare.rung() >= due, () -> bare.lateness().stream());
  }

  private static Sample measure(
      Instant at,
      int due,
      LongSupplier cpu,
      BooleanSupplier done,
      Supplier<Stream<Duration>> lateness) {
    Wait.until(() -> !Instant.now().isBefore(at), AHEAD.multipliedBy(2));
    long cpuBefore = cpu.getAsLong();
    Wait.until(done, LIMIT);
    long used = cpu.getAsLong() - cpuBefore;
    long[] nanos = lateness.get().mapToLong(Duration::toNanos).toArray();
    long elapsed = LongStream.of(nanos).max().orElse(0);
    return new Sample(nanos, due - nanos.length, elapsed, used);
  }

  private static double idlePercent() {
    Instant end = Instant.now().plus(IDLE);
    long before = CpuTime.ofChildren();
    Wait.until(() -> Instant.now().isAfter(end), IDLE.multipliedBy(2));
    return (CpuTime.ofChildren() - before) * 100.0 / IDLE.toNanos();
  }

  /** A whole second, far enough away to be written down before. */
  private static Instant soon() {
    return Instant.now().plus(AHEAD).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String last(List<Sample> rounds) {
    return rounds.stream()
        .map(round -> "%.1f s".formatted(round.millis(100) / 1000))
        .toList()
        .toString();
  }
}
