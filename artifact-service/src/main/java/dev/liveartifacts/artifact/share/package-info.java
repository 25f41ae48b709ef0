/** {@code HTTP → SharesResource → ShareStore}. */
@NullMarked
package dev.liveartifacts.artifact.share;

import org.jspecify.annotations.NullMarked;
