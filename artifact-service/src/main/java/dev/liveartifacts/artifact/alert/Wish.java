package dev.liveartifacts.artifact.alert;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its person wants it.
 *
 * @param name what they call it; null or blank to call it what it says
 * @param webhookUrl where to post to; null for nowhere
 * @param quiet null to be told at any time
 * @param tellWhenOver true to be told when an episode is over as well
 */
record Wish(
    @Nullable @Size(max = 200) String name,
    @NotNull @Valid Condition condition,
    boolean mail,
    @Nullable @Size(max = 2_000) String webhookUrl,
    @Nullable @Valid QuietHours quiet,
    boolean tellWhenOver) {

  @Nullable String webhook() {
    return webhookUrl == null || webhookUrl.isBlank() ? null : webhookUrl.strip();
  }

  String nameOr(String words) {
    return name == null || name.isBlank() ? words : name.strip();
  }
}
