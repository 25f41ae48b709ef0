package dev.liveartifacts.artifact.handover;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever had an artifact.
 *
 * @param email in lower case, verified; null: they cannot stay, as shares are for addresses
 */
record Former(UUID id, String name, @Nullable String email) {}
