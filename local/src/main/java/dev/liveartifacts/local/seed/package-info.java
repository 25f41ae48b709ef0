/** {@code Seed → ArtifactApi → artifact-service}. */
@NullMarked
package dev.liveartifacts.local.seed;

import org.jspecify.annotations.NullMarked;
