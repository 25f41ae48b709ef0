package dev.liveartifacts.connector.call;

import dev.liveartifacts.contracts.call.CallError;

/** What a flight brought home: the same for everyone who waited for it. */
sealed interface Landing {
  /** A good result. */
  record Landed(StoredResult result) implements Landing {}

  /** The tool answered that it failed; its answer is passed on untouched and not kept. */
  record ToolFailed(byte[] json, long durationMillis) implements Landing {
    @Override
    public String toString() {
      return "ToolFailed[" + json.length + " bytes]";
    }
  }

  /**
   * No answer.
   *
   * @param outage true if last good data may stand in
   */
  record Missed(CallError error, boolean outage, long durationMillis) implements Landing {}
}
