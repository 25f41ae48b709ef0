package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.delivery.Sent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its person sees it.
 *
 * @param words its condition as a sentence
 * @param state {@code calm}, {@code firing}, {@code trouble} or {@code paused}
 * @param found what the newest data said
 * @param episode the last time that it fired
 * @param sent how its last messages went
 * @param webhookSecret what signatures are checked with; told once, when it is made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AlertView(
    UUID id,
    UUID artifactId,
    String artifactTitle,
    String name,
    String words,
    String connector,
    Condition condition,
    boolean mail,
    @Nullable String webhookUrl,
    @Nullable QuietHours quiet,
    boolean tellWhenOver,
    boolean paused,
    String state,
    @Nullable String found,
    @Nullable Instant foundAt,
    @Nullable String trouble,
    EpisodeStore.@Nullable Episode episode,
    List<Sent> sent,
    Instant createdAt,
    @Nullable String webhookSecret) {

  static AlertView of(
      Alert alert,
      EpisodeStore.@Nullable Episode episode,
      List<Sent> sent,
      @Nullable String webhookSecret) {
    return new AlertView(
        alert.id(),
        alert.artifactId(),
        alert.artifactTitle(),
        alert.name(),
        alert.words(),
        alert.connector(),
        alert.condition(),
        alert.mail(),
        alert.webhookUrl(),
        alert.quiet(),
        alert.tellWhenOver(),
        alert.paused(),
        state(alert),
        alert.standing().found(),
        alert.standing().foundAt(),
        alert.standing().trouble(),
        episode,
        sent,
        alert.createdAt(),
        webhookSecret);
  }

  /** What is left of it to somebody who may not open the artifact any more. */
  AlertView withoutArtifact() {
    return new AlertView(
        id,
        artifactId,
        "An artifact that is not shared with you any more",
        name,
        words,
        connector,
        condition,
        mail,
        webhookUrl,
        quiet,
        tellWhenOver,
        paused,
        "trouble",
        null,
        null,
        "It is not shared with you any more, so nothing is looked at. Delete this alert, or ask its owner.",
        null,
        sent,
        createdAt,
        null);
  }

  private static String state(Alert alert) {
    if (alert.paused()) {
      return "paused";
    }
    if (alert.standing().trouble() != null) {
      return "trouble";
    }
    return alert.standing().course().firing() ? "firing" : "calm";
  }
}
