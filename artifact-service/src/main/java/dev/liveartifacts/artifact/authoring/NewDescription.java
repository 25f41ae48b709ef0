package dev.liveartifacts.artifact.authoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants.
 *
 * @param artifactId what is to change; null for a new page
 * @param element what they point at
 * @param drift true if the page is to be mended after its data has changed its structure
 * @param connectors that Claude may look at; null for all that are connected
 */
record NewDescription(
    @NotBlank @Size(max = 8_000) String text,
    @Nullable UUID artifactId,
    @Valid @Nullable Element element,
    boolean drift,
    @Size(max = 100) @Nullable List<@NotNull UUID> connectors) {

  /** A place of the page, as its browser describes it. */
  record Element(
      @NotNull @Size(max = 1_000) String selector,
      @NotNull @Size(max = 2_000) String text,
      @NotNull @Size(max = 8_000) String html) {}
}
