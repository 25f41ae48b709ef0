/**
 * {@code HTTP → SourcesResource, ReadingResource → ShownStore, ConsentStore → Terms → Whose →
 * bridge}: by whose access each source answers those who open an artifact.
 */
@NullMarked
package dev.liveartifacts.artifact.sight;

import org.jspecify.annotations.NullMarked;
