package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import java.util.List;

/** What is kept of how a run ended; an object in JSON, so that it can grow. */
record RunReport(List<RunCall> calls) {
  RunReport {
    calls = List.copyOf(calls);
  }

  static RunReport of(RefreshFinished ended) {
    return new RunReport(ended.calls().stream().map(RunCall::of).toList());
  }
}
