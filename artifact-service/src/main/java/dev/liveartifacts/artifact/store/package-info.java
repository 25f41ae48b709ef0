/** {@code HTTP → ArtifactsResource → ArtifactStore, VersionStore, CardStore}. */
@NullMarked
package dev.liveartifacts.artifact.store;

import org.jspecify.annotations.NullMarked;
