package dev.liveartifacts.artifact.throttle;

/**
 * The generic cell rate algorithm (ITU-T I.371): each time takes its step from the future, and the
 * future reaches one period.
 *
 * @param due the time, in milliseconds, at which nothing would be taken any more
 * @param pause zero if the last one was granted, else milliseconds until it may be tried again
 */
record Pace(double due, long pause) {
  static final Pace FRESH = new Pace(0, 0);

  /** Steps do not add up to the period exactly. */
  private static final double SLACK = 0.5;

  Pace take(Allowance allowance, long now) {
    double next = Math.max(due, (double) now) + allowance.step();
    double over = next - now - allowance.per().toMillis();
    return over > SLACK ? new Pace(due, (long) Math.ceil(over)) : new Pace(next, 0);
  }
}
