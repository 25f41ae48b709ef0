package dev.liveartifacts.connector.refresh;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Whether this replica is about to stop. Its runs are handed over then: what has been called stays,
 * and calls that fail because everything is being closed are made again by whoever takes the run.
 */
@ApplicationScoped
class Leaving {
  private volatile boolean begun;

  /** Comes before anything is closed. At a {@code ShutdownEvent} clients of servers may be. */
  void stop(@Observes ShutdownDelayInitiatedEvent event) {
    begun = true;
  }

  /** Fails as soon as the replica is about to stop. */
  Uni<Void> unlessBegun() {
    return begun
        ? Uni.createFrom().failure(new HandedOverException())
        : Uni.createFrom().voidItem();
  }

  /** Fails if this call may have failed for no other reason than that the replica stops. */
  Uni<MadeCall> unlessInterrupted(MadeCall ended) {
    return begun && ended.report().error() != null
        ? Uni.createFrom().failure(new HandedOverException())
        : Uni.createFrom().item(ended);
  }

  /** Somebody else goes on with the run. */
  static final class HandedOverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandedOverException() {
      super("This replica stops; another one goes on with the run", null, false, false);
    }
  }
}
