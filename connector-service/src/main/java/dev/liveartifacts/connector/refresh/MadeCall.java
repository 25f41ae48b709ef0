package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.contracts.refresh.CallReport;
import org.jspecify.annotations.Nullable;

/**
 * A call that a run has made.
 *
 * @param deflated its result; null if it failed
 * @param length of the result before it was deflated
 */
record MadeCall(PlannedCall planned, CallReport report, byte @Nullable [] deflated, long length) {
  @Override
  public String toString() {
    return "MadeCall[" + planned + ", " + length + " bytes]";
  }
}
