package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.access.Caller;
import dev.liveartifacts.scheduler.problem.Refusal;
import dev.liveartifacts.scheduler.run.PastRun;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may see which run: the owner of its schedule, and an administrator. */
@ApplicationScoped
class RunAccess {
  private final Caller caller;

  RunAccess(Caller caller) {
    this.caller = caller;
  }

  /** Whose runs the caller sees; null means everybody's. */
  @Nullable String owner() {
    return caller.isAdmin() ? null : caller.id();
  }

  PastRun readable(Optional<PastRun> found) {
    return found
        .filter(past -> caller.isAdmin() || past.ownerId().equals(caller.id()))
        .orElseThrow(RunAccess::noSuchRun);
  }

  static Refusal noSuchRun() {
    return new Refusal(
        404, "no-such-run", "No such run", "It was deleted, or its schedule is not yours.");
  }
}
