package dev.liveartifacts.scheduler.run;

import java.util.UUID;

/**
 * A run as its schedule needs to know it.
 *
 * @param callsFailed whether calls are known that failed
 */
public record PastRun(Run run, String ownerId, UUID delegationId, boolean callsFailed) {
  /** True if there is something to make again. */
  public boolean hasFailed() {
    return callsFailed || run.state() == RunState.FAILED;
  }

  static PastRun of(RunRow row, Run shown) {
    return new PastRun(shown, row.ownerId, row.delegationId, row.anyCallFailed());
  }
}
