package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.delivery.Channels;
import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.notice.Notice;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what a person is told: the notice, the mail, the webhook. */
@Singleton
class Letters {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm (VV)", Locale.ENGLISH);
  private static final int LONGEST_TITLE = 150;

  private final Channels channels;
  private final Clock clock;

  Letters(Channels channels, Clock clock) {
    this.channels = channels;
    this.clock = clock;
  }

  Notice notice(Alert alert, Happening happening) {
    return new Notice(
        alert.personId(),
        kind(happening.kind()),
        title(alert, happening.kind()),
        happening.words(),
        happening.kind() == Happening.Kind.UNREADABLE ? alert.href() : "/a/" + alert.artifactId(),
        "%s %s".formatted(happening.kind().type(), happening.occasion()));
  }

  /** What leaves the house: by the ways that the alert asks for and that there are. */
  List<Message> messages(Alert alert, Happening happening) {
    List<Message> messages = new ArrayList<>();
    if (alert.mail() && alert.email() != null && channels.mailIsSetUp()) {
      messages.add(
          message(
              alert,
              happening,
              new Message.Target.Mail(alert.email()),
              mailBody(alert, happening)));
    }
    if (alert.webhookUrl() != null) {
      messages.add(
          message(
              alert,
              happening,
              new Message.Target.Webhook(alert.webhookUrl(), alert.signer()),
              webhookBody(alert, happening)));
    }
    return messages;
  }

  /** The line that is added to a mail which quiet hours held back until it was old news. */
  String overMeanwhile(Alert alert, Instant takenAt, String words) {
    return "\nIt was over by %s. %s\n".formatted(time(alert, takenAt), words);
  }

  private Message message(Alert alert, Happening happening, Message.Target target, String body) {
    return new Message(
        alert.personId(),
        alert.id(),
        alert.artifactId(),
        happening.occasion(),
        target,
        title(alert, happening.kind()),
        body,
        alert.href(),
        release(alert, happening.kind()));
  }

  /** Whoever asks for a test wants it now. */
  private Instant release(Alert alert, Happening.Kind kind) {
    QuietHours quiet = alert.quiet();
    Instant now = clock.instant();
    return quiet == null || kind == Happening.Kind.TEST ? now : quiet.release(now);
  }

  private String mailBody(Alert alert, Happening happening) {
    return """
    %s

    Artifact: %s
    %s
    Data from: %s

    %s
    Change or stop it: %s
    """
        .formatted(
            happening.words(),
            alert.artifactTitle(),
            channels.link("/a/" + alert.artifactId()),
            time(alert, happening.takenAt()),
            why(alert, happening.kind()),
            channels.link(alert.href()));
  }

  private static String why(Alert alert, Happening.Kind kind) {
    return switch (kind) {
      case BEGAN ->
          ("You asked to be told when: %s. However long it lasts, you are told once; then again"
                  + " when it was over and comes back.")
              .formatted(alert.words());
      case OVER -> "You asked to be told when it is over: %s.".formatted(alert.words());
      case UNREADABLE ->
          "Your alert cannot look at the data any more: %s. Choose another field, or delete it."
              .formatted(alert.words());
      case TEST -> "You asked for this test of your alert: %s.".formatted(alert.words());
    };
  }

  private String webhookBody(Alert alert, Happening happening) {
    JsonObject data =
        new JsonObject()
            .put(
                "alert",
                new JsonObject()
                    .put("id", alert.id().toString())
                    .put("name", alert.name())
                    .put("condition", alert.words())
                    .put("url", channels.link(alert.href())))
            .put(
                "artifact",
                new JsonObject()
                    .put("id", alert.artifactId().toString())
                    .put("title", alert.artifactTitle())
                    .put("url", channels.link("/a/" + alert.artifactId())))
            .put("episodeId", happening.occasion().toString())
            .put("snapshotId", happening.snapshotId().toString())
            .put("takenAt", happening.takenAt().toString())
            .put("text", happening.words());
    return new JsonObject()
        .put("type", happening.kind().type())
        .put("timestamp", clock.instant().toString())
        .put("data", data)
        .encode();
  }

  private static String title(Alert alert, Happening.Kind kind) {
    String name = alert.name().replaceAll("\\p{Cntrl}", " ");
    String title =
        switch (kind) {
          case BEGAN -> name;
          case OVER -> "Over: " + name;
          case UNREADABLE -> "Cannot be checked any more: " + name;
          case TEST -> "Test: " + name;
        };
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE) + "…";
  }

  private static Notice.Kind kind(Happening.Kind kind) {
    return switch (kind) {
      case BEGAN, TEST -> Notice.Kind.ALERT;
      case OVER -> Notice.Kind.ALERT_OVER;
      case UNREADABLE -> Notice.Kind.ALERT_BROKEN;
    };
  }

  private static String time(Alert alert, Instant at) {
    return TIME.format(at.atZone(zone(alert.quiet())));
  }

  private static ZoneId zone(@Nullable QuietHours quiet) {
    return quiet == null ? ZoneOffset.UTC : quiet.timeZone();
  }
}
