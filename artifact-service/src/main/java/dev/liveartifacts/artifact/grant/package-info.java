/** {@code HTTP → ToolsResource → ToolGuess → ToolStore}. */
@NullMarked
package dev.liveartifacts.artifact.grant;

import org.jspecify.annotations.NullMarked;
