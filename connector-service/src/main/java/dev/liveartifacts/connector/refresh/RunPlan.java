package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.connector.delegation.DelegatedCall;
import dev.liveartifacts.connector.delegation.Delegation;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshRequested;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a run is to do. */
sealed interface RunPlan {
  /**
   * Nothing, and the schedule is to pause itself.
   *
   * @param reason a sentence for the owner
   */
  record Gone(String reason) implements RunPlan {}

  /**
   * Make these calls.
   *
   * @param at the time that relative arguments were evaluated for
   * @param delegatedAt which calls the delegation had
   * @param retryOf the run whose failed calls these are; null if these are all
   */
  record Make(
      UUID delegationId,
      String ownerId,
      List<PlannedCall> calls,
      Instant at,
      Instant delegatedAt,
      @Nullable UUID retryOf)
      implements RunPlan {
    public Make {
      calls = List.copyOf(calls);
    }
  }

  /** A run that is later than this, jitter included, sees the time at which it really runs. */
  Duration LATE = Duration.ofHours(2);

  DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.UK);

  /**
   * @param delegation the one that was asked for, if it is there
   * @param earlier the run that is to be retried, if there is one and it is still known
   */
  static RunPlan of(
      RefreshRequested requested,
      Optional<Delegation> delegation,
      Optional<EndedRun> earlier,
      Instant now) {
    ZoneId zone = ZoneId.of(requested.timeZone());
    if (delegation.isEmpty()
        || !delegation.get().covers(requested.artifactId(), requested.ownerId())) {
      return new Gone("The artifact, or the permission to refresh it, is not there any more.");
    }
    Delegation found = delegation.get();
    Optional<Instant> ended = found.endedBy(now);
    if (ended.isPresent()) {
      return expired(ended.get().atZone(zone));
    }
    return earlier
        .filter(run -> isRetriable(run, found))
        .map(run -> retry(run, found, zone))
        .orElseGet(() -> whole(requested, found, zone));
  }

  private static Gone expired(ZonedDateTime end) {
    return new Gone(
        "The permission to refresh this artifact ended on "
            + DAY.format(end)
            + ". Schedule it again to renew it.");
  }

  private static Make whole(RefreshRequested requested, Delegation delegation, ZoneId zone) {
    Instant at = time(requested);
    List<PlannedCall> calls = planned(delegation, at, zone);
    return new Make(delegation.id(), delegation.ownerId(), calls, at, delegation.changedAt(), null);
  }

  /** Exactly the calls that failed, as they were sent then. */
  private static Make retry(EndedRun earlier, Delegation delegation, ZoneId zone) {
    Set<Integer> failed =
        earlier.finished().calls().stream()
            .filter(call -> call.error() != null)
            .map(CallReport::position)
            .collect(Collectors.toSet());
    List<PlannedCall> calls =
        planned(delegation, earlier.evaluatedAt(), zone).stream()
            .filter(call -> failed.contains(call.position()))
            .toList();
    return new Make(
        delegation.id(),
        delegation.ownerId(),
        calls,
        earlier.evaluatedAt(),
        delegation.changedAt(),
        earlier.finished().runId());
  }

  /** Positions mean the same calls only while the delegation is the one that the run had. */
  private static boolean isRetriable(EndedRun run, Delegation delegation) {
    return run.finished().outcome() != RunOutcome.GONE
        && run.finished().artifactId().equals(delegation.artifactId())
        && delegation.changedAt().equals(run.delegatedAt());
  }

  private static List<PlannedCall> planned(Delegation delegation, Instant at, ZoneId zone) {
    return IntStream.range(0, delegation.calls().size())
        .mapToObj(position -> planned(position, delegation.calls().get(position), at, zone))
        .toList();
  }

  private static PlannedCall planned(int position, DelegatedCall call, Instant at, ZoneId zone) {
    return new PlannedCall(position, call, call.argumentsAt(at, zone));
  }

  /** "Today" is the day that the schedule meant, though a run begins a little later. */
  private static Instant time(RefreshRequested requested) {
    Duration late = Duration.between(requested.dueAt(), requested.requestedAt());
    return late.compareTo(LATE) <= 0 ? requested.dueAt() : requested.requestedAt();
  }
}
