package dev.liveartifacts.artifact.mapping;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which connector a person says that a page means by a name.
 *
 * @param name what the page calls the tool
 * @param tool what the connector calls it; null if that is in the name
 */
public record Choice(
    @NotBlank @Size(max = 256) String name,
    @NotNull UUID connectorId,
    @Size(max = 256) @Nullable String tool) {}
