package dev.liveartifacts.connector.call;

/** What a follower sees of the flight that it waits for. */
sealed interface Sight {
  record UnderWay() implements Sight {}

  record Down(LandingCode landing) implements Sight {}

  /** Its leader is gone without a landing. */
  record Lost() implements Sight {}

  /** Redis is away. */
  record OutOfSight() implements Sight {}
}
