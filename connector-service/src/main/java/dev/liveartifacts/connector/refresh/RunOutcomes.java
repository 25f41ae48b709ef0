package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RunOutcome;
import java.util.List;

/** What the calls of a run amount to. */
final class RunOutcomes {
  private RunOutcomes() {}

  static RunOutcome of(List<CallReport> calls) {
    long failed = calls.stream().filter(call -> call.error() != null).count();
    if (failed == 0) {
      return RunOutcome.FINISHED;
    }
    return failed == calls.size() ? RunOutcome.FAILED : RunOutcome.PARTLY;
  }
}
