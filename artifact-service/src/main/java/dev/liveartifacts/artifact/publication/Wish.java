package dev.liveartifacts.artifact.publication;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an owner wants to publish.
 *
 * @param draftId what was looked through
 * @param keep what of it stays
 * @param title what visitors read above the page; null: the artifact's
 * @param password null: visitors are asked for none
 * @param expiresAt null: the link works until it is taken back
 * @param origins web origins that may show it in a frame; null: none
 */
record Wish(
    @NotNull UUID draftId,
    @NotNull @Size(max = 200) List<Choice.@NotNull @Valid Call> keep,
    @Nullable @Size(max = 200) String title,
    @Nullable @Size(min = 8, max = 200) String password,
    @Nullable Instant expiresAt,
    @Nullable @Size(max = 20) List<@NotNull @Size(max = 300) String> origins) {
  Choice choice() {
    return new Choice(keep);
  }

  String title(String otherwise) {
    return title == null || title.isBlank() ? otherwise : title.strip();
  }
}
