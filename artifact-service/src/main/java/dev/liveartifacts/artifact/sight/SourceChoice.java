package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.delegation.Review;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By whose access the owner wants a source to answer.
 *
 * @param calls the keys of the calls whose answers are shown; null: all that were recorded
 * @param relative what their arguments mean; one that is not named means what was proposed
 * @param timeZone in which days are meant; null: UTC
 * @param expiresAt null: until it is taken back
 */
record SourceChoice(
    @NotNull SourceAccess access,
    @Nullable @Size(max = 100) List<@NotBlank @Size(max = 100) String> calls,
    @Nullable @Size(max = 500) List<@NotNull @Valid Meaning> relative,
    @Nullable @Size(max = 60) String timeZone,
    @Nullable Instant expiresAt) {
  /**
   * @param key of the call
   * @param expression null: always the value that was recorded
   */
  record Meaning(
      @NotBlank @Size(max = 100) String key,
      @NotNull @Size(max = 1_000) String path,
      @Nullable @Size(max = 60) String expression) {}

  String zone() {
    return timeZone == null ? "UTC" : timeZone;
  }

  /** What was looked at; null: the proposal as it is. */
  @Nullable List<Review.Call> reviewed() {
    return calls == null
        ? null
        : calls.stream().distinct().map(key -> new Review.Call(key, meanings(key))).toList();
  }

  private List<Review.Argument> meanings(String key) {
    return relative == null
        ? List.of()
        : relative.stream()
            .filter(meaning -> meaning.key().equals(key))
            .map(meaning -> new Review.Argument(meaning.path(), meaning.expression()))
            .toList();
  }
}
