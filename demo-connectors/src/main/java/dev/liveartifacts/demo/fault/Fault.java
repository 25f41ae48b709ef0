package dev.liveartifacts.demo.fault;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong at one server.
 *
 * @param delayMillis before anything else, 0 to 600,000
 * @param status of the answer in mode {@code error}, 400 to 599
 * @param tool the only tool that it happens to; null for every request
 */
record Fault(Mode mode, long delayMillis, int status, @Nullable String tool) {
  private static final long MAX_DELAY_MILLIS = 600_000;

  Fault {
    if (delayMillis < 0 || delayMillis > MAX_DELAY_MILLIS) {
      throw new IllegalArgumentException("\"delayMillis\" must be between 0 and 600000.");
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("\"status\" must be between 400 and 599.");
    }
  }

  boolean concerns(Message message) {
    return tool == null || tool.equals(message.tool());
  }
}
