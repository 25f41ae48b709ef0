package dev.liveartifacts.artifact.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person is told inside the web app.
 *
 * @param href a path of the web app, where it can be looked at or mended
 * @param cause what happened: whoever hears of it twice tells it once
 */
public record Notice(
    UUID personId, Kind kind, String title, String text, @Nullable String href, String cause) {

  /** What it is about. */
  public enum Kind {
    ALERT("alert"),
    ALERT_OVER("alert_over"),
    ALERT_BROKEN("alert_broken"),
    NOT_DELIVERED("not_delivered"),
    SCHEDULE_PAUSED("schedule_paused"),
    SHARED("shared"),
    OWNERSHIP("ownership");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }
}
