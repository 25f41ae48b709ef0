package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.ConnectorCache;
import dev.liveartifacts.connector.tool.Permissions;
import dev.liveartifacts.connector.tool.PermittedTool;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at what somebody wants to delegate: calls that only read, of connectors that they use. */
@ApplicationScoped
public class Offer {
  private final ConnectorCache connectors;
  private final Permissions permissions;
  private final Clock clock;

  public Offer(ConnectorCache connectors, Permissions permissions, Clock clock) {
    this.connectors = connectors;
    this.permissions = permissions;
    this.clock = clock;
  }

  /** Fails with a problem that says what cannot be delegated. */
  Uni<Void> checked(List<DelegatedCall> calls, Person owner) {
    return Multi.createFrom()
        .iterable(calls)
        .onItem()
        .transformToUniAndConcatenate(call -> checked(call, owner))
        .collect()
        .last()
        .replaceWithVoid();
  }

  void future(@Nullable Instant expiresAt) {
    if (expiresAt != null && !expiresAt.isAfter(clock.instant())) {
      throw ProblemException.invalid("A delegation ends in the future. Choose a later day.");
    }
  }

  /** A tool that cannot be looked up now is looked at again when it is called. */
  private Uni<DelegatedCall> checked(DelegatedCall call, Person owner) {
    return connectors
        .find(call.connectorId(), owner.id())
        .map(found -> found.orElseThrow(Offer::noConnector))
        .chain(reach ->
            permissions
                .find(reach, call.tool())
                .onFailure(McpException.class)
                .recoverWithItem(Optional.empty()))
        .invoke(Offer::requireReadOnly)
        .replaceWith(call);
  }

  private static void requireReadOnly(Optional<PermittedTool> tool) {
    if (tool.isPresent() && !tool.get().permission().readOnly()) {
      throw ProblemException.conflict(
          "The tool \""
              + tool.get().tool().name()
              + "\" writes, and only reading can be delegated.");
    }
  }

  private static ProblemException noConnector() {
    return ProblemException.notFound("One of the connectors is not there any more.");
  }
}
