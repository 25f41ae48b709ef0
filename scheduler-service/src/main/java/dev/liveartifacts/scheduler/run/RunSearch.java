package dev.liveartifacts.scheduler.run;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which runs to look for, latest first. What is null or empty does not matter.
 *
 * @param ownerId whose schedules
 * @param from the earliest moment at which they were asked for; {@code to} is the first one too
 *     late
 * @param before the run that ended the page before this one
 * @param limit how many at most
 */
public record RunSearch(
    @Nullable String ownerId,
    @Nullable UUID artifactId,
    @Nullable UUID scheduleId,
    List<RunState> states,
    List<RunTrigger> triggers,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Place before,
    int limit) {
  public RunSearch {
    states = List.copyOf(states);
    triggers = List.copyOf(triggers);
  }

  /** The page after the one that ended with this run. */
  public RunSearch after(Run last) {
    Place place = new Place(last.requestedAt(), last.id());
    return new RunSearch(ownerId, artifactId, scheduleId, states, triggers, from, to, place, limit);
  }

  /** A run's place in the order. */
  public record Place(Instant requestedAt, UUID id) {}

  /** In HQL; the values are {@link #parameters()}. */
  String conditions() {
    return clauses().keySet().stream().collect(Collectors.joining(" and "));
  }

  Map<String, Object> parameters() {
    return clauses().values().stream()
        .flatMap(values -> values.entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private Map<String, Map<String, Object>> clauses() {
    Map<String, Map<String, Object>> clauses = new LinkedHashMap<>();
    // never without a condition
    clauses.put("requestedAt is not null", Map.of());
    add(clauses, "ownerId = :owner", "owner", ownerId);
    add(clauses, "artifactId = :artifact", "artifact", artifactId);
    add(clauses, "scheduleId = :schedule", "schedule", scheduleId);
    add(clauses, "state in (:states)", "states", states.isEmpty() ? null : states);
    add(clauses, "trigger in (:triggers)", "triggers", triggers.isEmpty() ? null : triggers);
    add(clauses, "requestedAt >= :from", "from", from);
    add(clauses, "requestedAt < :to", "to", to);
    if (before != null) {
      clauses.put(
          "requestedAt <= :at and (requestedAt < :at or id < :id)",
          Map.of("at", before.requestedAt(), "id", before.id()));
    }
    return clauses;
  }

  private static void add(
      Map<String, Map<String, Object>> clauses,
      String clause,
      String name,
      @Nullable Object value) {
    if (value != null) {
      clauses.put(clause, Map.of(name, value));
    }
  }
}
