package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.delegation.Delegating;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.schedule.Delegated;
import dev.liveartifacts.artifact.schedule.DelegationClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Shows and hides what a source answers. Connector-service enforces it, so it hears first what is
 * shown; what is hidden ends here first, whether connector-service can be reached or not.
 */
@Singleton
class Showing {
  private final Delegating delegating;
  private final DelegationClient client;
  private final ShownStore store;
  private final StandingClient standings;
  private final Sights sights;

  Showing(
      Delegating delegating,
      DelegationClient client,
      ShownStore store,
      StandingClient standings,
      Sights sights) {
    this.delegating = delegating;
    this.client = client;
    this.store = store;
    this.standings = standings;
    this.sights = sights;
  }

  /**
   * @param timeZone in which the page's "today" is meant
   * @param token of whoever looks
   */
  Uni<List<SourceView>> sources(Facts facts, String timeZone, String token) {
    return Uni.combine()
        .all()
        .unis(
            delegating.proposal(facts, timeZone),
            store.of(facts.artifactId(), facts.ownerId()),
            standings.of(token))
        .with(
            (proposal, shown, standing) -> new SourceViews(facts, proposal, shown, standing).all());
  }

  Uni<Void> choose(Facts facts, UUID connectorId, SourceChoice choice, String token) {
    if (facts.tools().stream().noneMatch(tool -> tool.connectorId().equals(connectorId))) {
      throw Problems.notFound("source in this artifact");
    }
    return switch (choice.access()) {
      case OWNER -> show(facts, connectorId, choice, token);
      case VIEWER -> hide(facts.artifactId(), connectorId, token);
    };
  }

  Uni<Void> hide(UUID artifactId, UUID connectorId, String token) {
    return store
        .remove(artifactId, connectorId)
        .invoke(() -> sights.changed(artifactId))
        .chain(() -> client.hide(artifactId, connectorId, token));
  }

  private Uni<Void> show(Facts facts, UUID connectorId, SourceChoice choice, String token) {
    return delegating
        .agreed(facts, connectorId, choice.zone(), choice.reviewed())
        .map(calls -> new Delegated(calls, facts.version(), choice.expiresAt()))
        .chain(shown ->
            client
                .show(facts.artifactId(), connectorId, shown, choice.zone(), token)
                .chain(delegation ->
                    store.put(
                        facts.artifactId(),
                        connectorId,
                        facts.ownerId(),
                        delegation,
                        shown,
                        choice.zone())));
  }
}
