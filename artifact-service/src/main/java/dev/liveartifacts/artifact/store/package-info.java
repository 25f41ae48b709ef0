/** {@code HTTP → ArtifactsResource → Drafts → ArtifactMaker → ArtifactStore}. */
@NullMarked
package dev.liveartifacts.artifact.store;

import org.jspecify.annotations.NullMarked;
