/** {@code HTTP → SharesResource → ShareStore → notice, mail}. */
@NullMarked
package dev.liveartifacts.artifact.share;

import org.jspecify.annotations.NullMarked;
