package dev.liveartifacts.artifact.preference;

import jakarta.validation.constraints.NotNull;

/**
 * What a person wants of an artifact.
 *
 * @param autoApply true to see new data at once, false to be offered it
 */
record Preferences(@NotNull Boolean autoApply) {
  static final Preferences UNSAID = new Preferences(false);
}
