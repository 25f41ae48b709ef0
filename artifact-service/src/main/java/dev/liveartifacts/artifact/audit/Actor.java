package dev.liveartifacts.artifact.audit;

import java.util.Locale;

/** As what somebody came. */
enum Actor {
  /** In a browser, signed in. */
  PERSON,
  /** A program with a token that speaks for a person. */
  PROGRAM,
  /** Whoever has a link. */
  PUBLIC,
  /** Nobody: a refresh that was due. */
  SCHEDULE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
