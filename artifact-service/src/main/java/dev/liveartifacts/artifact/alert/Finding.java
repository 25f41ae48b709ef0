package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.snapshot.Snapshot;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one snapshot means for one alert.
 *
 * @param words what was found
 * @param trouble why the condition cannot be looked at any more; null if it can
 */
record Finding(
    Alert alert,
    UUID snapshotId,
    Instant takenAt,
    Course.Step step,
    String words,
    @Nullable String trouble) {

  static Finding of(Alert alert, Snapshot snapshot, Reading reading) {
    Course before = alert.standing().course();
    return new Finding(
        alert,
        snapshot.id(),
        snapshot.takenAt(),
        before.after(alert.condition(), reading),
        AlertWords.found(alert.condition(), alert.connector(), before.last(), reading),
        trouble(alert, reading));
  }

  Happening happening(Happening.Kind kind, UUID occasion) {
    return new Happening(kind, occasion, snapshotId, takenAt, words);
  }

  /** The alert as it stands after this. */
  Alert after() {
    return new Alert(
        alert.id(),
        alert.artifactId(),
        alert.artifactTitle(),
        alert.personId(),
        alert.email(),
        alert.name(),
        alert.condition(),
        alert.connector(),
        alert.mail(),
        alert.webhookUrl(),
        alert.signer(),
        alert.quiet(),
        alert.tellWhenOver(),
        alert.paused(),
        alert.createdAt(),
        new Alert.Standing(step.course(), takenAt, snapshotId, words, takenAt, trouble));
  }

  /** A run that says nothing does not end the trouble that the last one had. */
  private static @Nullable String trouble(Alert alert, Reading reading) {
    return switch (reading) {
      case Reading.Unreadable(String why) -> why;
      case Reading.Silent silent -> alert.standing().trouble();
      case Reading.Amount amount -> null;
      case Reading.Structure structure -> null;
      case Reading.Reached reached -> null;
      case Reading.Lost lost -> null;
    };
  }
}
