package dev.liveartifacts.scheduler.cron;

/** A cron expression or a time zone that cannot be read; the message says what to write instead. */
public final class UnreadableTimetable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableTimetable(String whatToWrite) {
    super(whatToWrite);
  }
}
