package dev.liveartifacts.artifact.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to be told about an artifact's data.
 *
 * @param email of the person, verified; null if there is none
 * @param artifactTitle as it is now
 * @param connector the source, as people call it
 * @param signer whose secret signs webhooks
 */
record Alert(
    UUID id,
    UUID artifactId,
    String artifactTitle,
    UUID personId,
    @Nullable String email,
    String name,
    Condition condition,
    String connector,
    boolean mail,
    @Nullable String webhookUrl,
    UUID signer,
    @Nullable QuietHours quiet,
    boolean tellWhenOver,
    boolean paused,
    Instant createdAt,
    Standing standing) {

  /**
   * How it stands.
   *
   * @param seenAt when the newest snapshot was taken that was looked at
   * @param seenId that snapshot
   * @param found what was found in it, in words; null if it was none yet
   * @param trouble why the condition cannot be looked at any more; null if it can
   */
  record Standing(
      Course course,
      Instant seenAt,
      UUID seenId,
      @Nullable String found,
      @Nullable Instant foundAt,
      @Nullable String trouble) {}

  String words() {
    return AlertWords.condition(condition, connector);
  }

  /** The path of the screen that shows it. */
  String href() {
    return "/alerts?alert=" + id;
  }
}
