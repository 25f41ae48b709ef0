package dev.liveartifacts.connector.call;

/** What a replica is to do for a flight that somebody asks for. */
sealed interface Ticket {
  /** Make the call; the others wait for it. */
  record Lead() implements Ticket {}

  /** Wait for the landing of the flight with this token. */
  record Follow(String token) implements Ticket {}

  /** A fresh result came into the cache meanwhile. */
  record Hit() implements Ticket {}

  /** Redis is away: make the call for this replica alone. */
  record Alone() implements Ticket {}
}
