package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.schedule.DelegationClient;
import dev.liveartifacts.artifact.schedule.GivenDelegation;
import dev.liveartifacts.artifact.schedule.RecordedCallStore;
import dev.liveartifacts.artifact.schedule.SeenCall;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** A person's delegations, beside the artifacts that they were given to. */
@Singleton
class Delegations {
  private static final Logger LOG = Logger.getLogger(Delegations.class);

  private final DelegationClient client;
  private final DelegatedArtifactStore artifacts;
  private final RecordedCallStore recorded;
  private final Clock clock;

  Delegations(
      DelegationClient client,
      DelegatedArtifactStore artifacts,
      RecordedCallStore recorded,
      Clock clock) {
    this.client = client;
    this.artifacts = artifacts;
    this.recorded = recorded;
    this.clock = clock;
  }

  /** Those whose artifact is gone are taken back and not shown. */
  Uni<List<DelegationView>> of(Person person, String token) {
    return client.given(token).flatMap(given -> views(person, given, token));
  }

  private Uni<List<DelegationView>> views(
      Person person, List<GivenDelegation> given, String token) {
    List<UUID> ids = given.stream().map(GivenDelegation::artifactId).toList();
    return artifacts
        .titles(person.id(), ids)
        .invoke(titles -> forget(given, titles.keySet(), token))
        .flatMap(titles -> views(given, titles));
  }

  private Uni<List<DelegationView>> views(
      List<GivenDelegation> given, Map<UUID, DelegatedArtifactStore.Title> titles) {
    return Multi.createFrom()
        .iterable(given)
        .filter(one -> titles.containsKey(one.artifactId()))
        .onItem()
        .transformToUniAndConcatenate(
            one -> view(one, Objects.requireNonNull(titles.get(one.artifactId()))))
        .collect()
        .asList();
  }

  private Uni<DelegationView> view(GivenDelegation given, DelegatedArtifactStore.Title artifact) {
    Integer version = given.version();
    if (version != null && version == artifact.version()) {
      return Uni.createFrom().item(DelegationView.of(given, artifact.title(), false));
    }
    return recorded
        .seen(artifact.id(), artifact.version())
        .map(calls -> DelegationView.of(given, artifact.title(), makesOthers(calls, given)));
  }

  /** True if the page makes a call by now that is not among those that were given. */
  private boolean makesOthers(List<SeenCall> calls, GivenDelegation given) {
    Proposal proposal = new Proposals(ZoneOffset.UTC, clock.instant()).of(calls, List.of());
    return proposal.calls().stream()
        .filter(made -> !given.shows() || made.connectorId().equals(given.connectorId()))
        .anyMatch(made -> given.calls().stream().noneMatch(call -> isSame(made, call)));
  }

  /** Whatever is, or may be, relative does not count: the owner may have chosen otherwise. */
  private static boolean isSame(Proposal.Call made, GivenDelegation.Call given) {
    List<RelativeArgument> moving =
        Stream.concat(
                made.relative().stream().map(Proposal.Argument::path),
                given.relative().stream().map(RelativeArgument::path))
            .map(path -> new RelativeArgument(path, ""))
            .toList();
    return Sameness.of(made.connectorId(), made.tool(), made.arguments(), moving)
        .equals(Sameness.of(given.connectorId(), given.tool(), given.arguments(), moving));
  }

  private Uni<Void> end(GivenDelegation given, String token) {
    UUID shown = given.connectorId();
    return shown == null
        ? client.revoke(given.artifactId(), token)
        : client.hide(given.artifactId(), shown, token);
  }

  private void forget(List<GivenDelegation> given, Set<UUID> there, String token) {
    given.stream()
        .filter(one -> !there.contains(one.artifactId()))
        .forEach(one ->
            end(one, token)
                .subscribe()
                .with(
                    done -> {},
                    failure -> LOG.warnf("A delegation without an artifact stays: %s", failure)));
  }
}
