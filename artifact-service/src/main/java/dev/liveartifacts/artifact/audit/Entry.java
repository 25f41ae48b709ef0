package dev.liveartifacts.artifact.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log. Everything in it is an id, a name, or a word of ours; no text that a
 * page, a connector or a request made up.
 *
 * @param personName as the sign-in server gave it at that time
 * @param token with which a program came; null for everyone else
 * @param whom to which person it was done, if to any
 * @param outcome {@code done}, {@code refused}, {@code failed} and the like: see {@link Outcome}
 * @param code why, if there is a word for it
 * @param address where it came from
 * @param agent what it came with, in few words
 */
record Entry(
    Instant at,
    Actor actor,
    @Nullable UUID personId,
    @Nullable String personName,
    @Nullable Token token,
    String action,
    Subject subject,
    @Nullable UUID whom,
    String outcome,
    @Nullable String code,
    @Nullable String address,
    @Nullable String agent) {
  private static final int LONGEST = 200;

  Entry {
    at = at.truncatedTo(ChronoUnit.MICROS);
    personName = clean(personName);
    token = token == null ? null : new Token(token.id(), String.valueOf(clean(token.name())));
    code = code == null || !code.matches("[a-z_]{1,40}") ? null : code;
    subject =
        new Subject(
            subject.artifactId(),
            subject.connectorId(),
            clean(subject.connector()),
            clean(subject.tool()));
  }

  /** What the database would not take must not keep the rest from being written. */
  static @Nullable String clean(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String printable = text.replaceAll("\\p{Cntrl}|[\\p{Cs}]", " ").strip();
    return printable.length() > LONGEST ? printable.substring(0, LONGEST) : printable;
  }
}
