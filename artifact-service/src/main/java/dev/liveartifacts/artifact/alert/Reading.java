package dev.liveartifacts.artifact.alert;

import java.math.BigDecimal;

/** What one snapshot says about a condition. */
sealed interface Reading {

  /** A number made of rows. */
  record Amount(BigDecimal value) implements Reading {}

  /** The structure that the result has. */
  record Structure(String hash) implements Reading {}

  /** The source answered. */
  record Reached() implements Reading {}

  /**
   * The source did not answer.
   *
   * @param why a sentence
   */
  record Lost(String why) implements Reading {}

  /**
   * This run does not say, the next one may: its call failed, or was not made.
   *
   * @param why a sentence
   */
  record Silent(String why) implements Reading {}

  /**
   * The data is there and what was to be looked at is not, so that somebody has to change the
   * alert.
   *
   * @param why a sentence
   */
  record Unreadable(String why) implements Reading {}
}
