/** {@code HTTP → EmbedResource → EmbedStore → Embedding → frame-ancestors}: who may frame what. */
@NullMarked
package dev.liveartifacts.artifact.embed;

import org.jspecify.annotations.NullMarked;
