package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.schedule.Delegated;
import dev.liveartifacts.artifact.schedule.DelegationClient;
import dev.liveartifacts.artifact.schedule.RecordedCallStore;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proposes what an artifact may be let call, and hands on what its owner agreed to. */
@Singleton
public class Delegating {
  private final RecordedCallStore recorded;
  private final DelegationClient client;
  private final Clock clock;

  Delegating(RecordedCallStore recorded, DelegationClient client, Clock clock) {
    this.recorded = recorded;
    this.client = client;
    this.clock = clock;
  }

  /**
   * @param timeZone in which the page's "today" is meant: an IANA name
   */
  public Uni<Proposal> proposal(Facts facts, String timeZone) {
    Proposals proposals = new Proposals(zone(timeZone), clock.instant());
    return recorded
        .seen(facts.artifactId(), facts.version())
        .map(calls -> proposals.of(calls, facts.tools()));
  }

  /**
   * @param agreed what the owner looked at; null: the proposal as it is
   */
  Uni<UUID> delegate(
      Facts facts,
      String timeZone,
      @Nullable List<Review.Call> agreed,
      @Nullable Instant expiresAt,
      String token) {
    return proposal(facts, timeZone)
        .map(proposal -> agreed == null ? Review.of(proposal) : Review.of(proposal, agreed))
        .map(Delegating::notNone)
        .map(calls -> new Delegated(calls, facts.version(), expiresAt))
        .flatMap(delegated -> client.delegate(facts.artifactId(), delegated, token));
  }

  /**
   * What the owner agrees to of one source, read as a proposal is.
   *
   * @param agreed what the owner looked at; null: all that is proposed of this source
   */
  public Uni<List<Delegated.Call>> agreed(
      Facts facts, UUID connectorId, String timeZone, @Nullable List<Review.Call> agreed) {
    return proposal(facts, timeZone)
        .map(proposal -> proposal.of(connectorId))
        .map(proposal -> agreed == null ? Review.of(proposal) : Review.of(proposal, agreed))
        .map(Delegating::notNone);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw Problems.badRequest("Name a time zone like Europe/Berlin.");
    }
  }

  private static List<Delegated.Call> notNone(List<Delegated.Call> calls) {
    if (calls.isEmpty()) {
      throw Problems.conflict(
          "nothing-recorded", "Open the page once, so that its calls are known.");
    }
    return calls;
  }
}
