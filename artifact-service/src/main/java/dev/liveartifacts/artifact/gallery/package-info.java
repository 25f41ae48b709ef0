/** {@code HTTP → GalleryResource → CardStore → Card}. */
@NullMarked
package dev.liveartifacts.artifact.gallery;

import org.jspecify.annotations.NullMarked;
