package dev.liveartifacts.contracts.refresh;

/**
 * The Kafka topics between the services. Records are keyed by artifact id, so one artifact's events
 * stay in order.
 */
public final class Topics {
  public static final String REFRESH_REQUESTED = "refresh.requested";
  public static final String REFRESH_PROGRESS = "refresh.progress";
  public static final String REFRESH_FINISHED = "refresh.finished";
  public static final String SCHEDULE_PAUSED = "schedule.paused";

  private Topics() {}
}
