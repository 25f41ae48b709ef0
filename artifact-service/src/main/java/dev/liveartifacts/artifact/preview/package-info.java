/** {@code HTTP → PreviewsResource → PreviewStore → PreviewPageResource → sandbox}. */
@NullMarked
package dev.liveartifacts.artifact.preview;

import org.jspecify.annotations.NullMarked;
