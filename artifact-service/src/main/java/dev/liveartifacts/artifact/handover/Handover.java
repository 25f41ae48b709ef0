package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.notice.Notice;
import dev.liveartifacts.artifact.person.Person;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That an artifact changed hands.
 *
 * @param id of this one time
 * @param by who did it: the owner, or an administrator
 * @param from whoever had it
 * @param to whoever has it now
 */
record Handover(
    UUID id, UUID artifactId, String title, Person by, Former from, Person to, Instant at) {
  private static final int LONGEST_TITLE = 150;

  /** True if its owner gave it away, and stays as an editor. */
  boolean isGift() {
    return by.id().equals(from.id());
  }

  Notice toNewOwner() {
    return new Notice(
        to.id(),
        Notice.Kind.OWNERSHIP,
        "%s is yours now".formatted(name()),
        "%s made you its owner. Look at what it may call, and schedule it anew if it is to refresh itself."
            .formatted(line(by.name())),
        path(),
        "handover " + id);
  }

  /** For whoever did not do it. */
  Optional<Notice> toFormerOwner() {
    return isGift()
        ? Optional.empty()
        : Optional.of(
            new Notice(
                from.id(),
                Notice.Kind.OWNERSHIP,
                "%s is not yours any more".formatted(name()),
                "An administrator made %s its owner. Your schedules of it are paused, and your permission to refresh it has ended."
                    .formatted(line(to.name())),
                null,
                "handover " + id));
  }

  /** The mail to the new owner; empty without an address. */
  Optional<Message> mail(String link) {
    return Optional.ofNullable(to.email()).map(address -> mail(address, link));
  }

  String path() {
    return "/a/" + artifactId;
  }

  private Message mail(String address, String link) {
    String body =
        """
        %s made you the owner of %s.

        Open it: %s

        Look at what it may call, and schedule it anew if it is to refresh itself: what %s let it do
        has ended.
        """
            .formatted(line(by.name()), name(), link, line(from.name()));
    return new Message(
        to.id(),
        id,
        null,
        null,
        new Message.Target.Mail(address),
        "%s is yours now".formatted(name()),
        body,
        path(),
        at);
  }

  private String name() {
    String line = line(title);
    return "“"
        + (line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE) + "…")
        + "”";
  }

  private static String line(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
