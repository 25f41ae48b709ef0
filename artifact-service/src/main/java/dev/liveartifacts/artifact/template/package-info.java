/** {@code HTTP → TemplatesResource → Templates → ArtifactMaker}. */
@NullMarked
package dev.liveartifacts.artifact.template;

import org.jspecify.annotations.NullMarked;
