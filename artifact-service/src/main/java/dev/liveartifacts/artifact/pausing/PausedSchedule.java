package dev.liveartifacts.artifact.pausing;

import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.notice.Notice;
import dev.liveartifacts.contracts.refresh.SchedulePaused;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A schedule that paused itself, and whom to tell.
 *
 * @param email null if the owner has none that is verified
 * @param title of the artifact; null if it is gone, or not for them any more
 */
record PausedSchedule(
    SchedulePaused event, UUID personId, @Nullable String email, @Nullable String title) {
  private static final String SCREEN = "/schedules";
  private static final int LONGEST_REASON = 1_000;

  Notice notice() {
    return new Notice(
        personId,
        Notice.Kind.SCHEDULE_PAUSED,
        "%s is not refreshed any more".formatted(name()),
        reason(),
        SCREEN,
        "schedule %s paused %s".formatted(event.scheduleId(), event.at()));
  }

  /**
   * The mail; empty if there is nobody to send it to.
   *
   * @param link the address of the screen that shows schedules
   */
  Optional<Message> mail(String link) {
    return Optional.ofNullable(email).map(address -> mail(address, link));
  }

  static String screen() {
    return SCREEN;
  }

  private Message mail(String address, String link) {
    String body =
        """
        The schedule of %s has paused itself.

        %s

        Look at it and start it again: %s

        You get this mail because the schedule is yours.
        """
            .formatted(name(), reason(), link);
    return new Message(
        personId,
        event.scheduleId(),
        null,
        null,
        new Message.Target.Mail(address),
        "Paused: the schedule of %s".formatted(name()),
        body,
        SCREEN,
        event.at());
  }

  private String name() {
    return title == null ? "an artifact that is gone" : "“" + title + "”";
  }

  private String reason() {
    String reason = event.reason().strip();
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }
}
