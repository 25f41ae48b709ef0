/** {@code HTTP → StorageResource → Items → StorageStore}: what pages keep for a person. */
@NullMarked
package dev.liveartifacts.artifact.storage;

import org.jspecify.annotations.NullMarked;
