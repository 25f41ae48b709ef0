package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.notice.Notice;
import dev.liveartifacts.artifact.person.Person;
import java.time.Instant;
import java.util.UUID;

/** That somebody was let in, as it is told to them. */
record Announcement(UUID artifactId, UUID shareId, String title, Person by, Invitation invitation) {
  private static final int LONGEST_TITLE = 150;

  /** For somebody who has been here. */
  Notice notice(UUID personId) {
    return new Notice(
        personId,
        Notice.Kind.SHARED,
        "%s shares %s with you".formatted(line(by.name()), name()),
        said(),
        path(),
        "share " + shareId);
  }

  /** For somebody who has not. */
  Message mail(String address, String link, Instant now) {
    String body =
        """
        %s shares %s with you.

        %s

        Open it: %s

        Sign in with this address, %s, and it opens.
        """
            .formatted(line(by.name()), name(), said(), link, address);
    return new Message(
        by.id(),
        shareId,
        null,
        null,
        new Message.Target.Mail(address),
        "%s shares %s with you".formatted(line(by.name()), name()),
        body,
        path(),
        now);
  }

  String path() {
    return "/a/" + artifactId;
  }

  private String said() {
    String message = invitation.message();
    String may =
        invitation.role() == Role.EDITOR ? "You may open and change it." : "You may open it.";
    return message == null ? may : "“%s” %s".formatted(message, may);
  }

  private String name() {
    String line = line(title);
    return "“"
        + (line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…")
        + "”";
  }

  /** A mail's subject has one line, and reads in one direction. */
  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\\u0085\\u2028-\\u202e\\u2066-\\u2069]+", " ").strip();
  }
}
