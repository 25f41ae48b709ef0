package dev.liveartifacts.scheduler.pause;

import dev.liveartifacts.contracts.refresh.SchedulePaused;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** That a schedule paused by itself, to be told to others. */
@ApplicationScoped
public class Pauses {
  private final PauseStore store;

  Pauses(PauseStore store) {
    this.store = store;
  }

  /** Takes part in the caller's transaction; it is told after the commit, at least once. */
  public Uni<Void> tell(SchedulePaused event) {
    return store.persist(PauseRow.of(event)).replaceWithVoid();
  }
}
