package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.refresh.CallReport;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a call that ended.
 *
 * @param position its place in the delegation
 */
record EndedCall(
    int position, String connector, String tool, long durationMillis, @Nullable CallError error) {
  static EndedCall of(CallReport report) {
    return new EndedCall(
        report.position(),
        report.connector(),
        report.tool(),
        report.durationMillis(),
        report.error());
  }

  boolean failed() {
    return error != null;
  }

  RunCall shown() {
    CallState state = failed() ? CallState.FAILED : CallState.DONE;
    return new RunCall(position, connector, tool, state, durationMillis, error);
  }

  /** The same call in a run that has not come to it yet. */
  RunCall shownWaiting() {
    return new RunCall(position, connector, tool, CallState.WAITING, null, null);
  }
}
