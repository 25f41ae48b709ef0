package dev.liveartifacts.connector.connection;

/** What came of wanting to renew a connection's tokens. */
sealed interface Claim {
  /** This replica may, starting from what is stored now. */
  record Ours(Connection stored) implements Claim {}

  /** Another one is at it. */
  record Busy() implements Claim {}

  /** There is no such generation any more. */
  record Gone() implements Claim {}
}
