/** {@code HTTP → PreferencesResource → PreferenceStore}: what a person wants of an artifact. */
@NullMarked
package dev.liveartifacts.artifact.preference;

import org.jspecify.annotations.NullMarked;
