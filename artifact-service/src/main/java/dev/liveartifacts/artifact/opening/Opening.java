package dev.liveartifacts.artifact.opening;

import dev.liveartifacts.artifact.page.Entrance;
import dev.liveartifacts.artifact.person.Me;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the web app asks for first when an artifact is opened, told before it asks.
 *
 * @param version an older one that the address names; null for the current one
 */
record Opening(UUID id, @Nullable Integer version, Me me, Entrance ticket) {}
