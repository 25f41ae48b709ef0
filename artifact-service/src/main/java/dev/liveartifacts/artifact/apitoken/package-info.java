/**
 * {@code Authorization → TokenFilter → ApiTokens → ApiTokenStore}: programs that speak for a
 * person, within scopes and for a time.
 */
@NullMarked
package dev.liveartifacts.artifact.apitoken;

import org.jspecify.annotations.NullMarked;
