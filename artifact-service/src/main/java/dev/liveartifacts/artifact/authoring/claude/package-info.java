/** {@code conversation → ClaudeWriter → Messages API → Reading → Turn}: one turn, streamed. */
@NullMarked
package dev.liveartifacts.artifact.authoring.claude;

import org.jspecify.annotations.NullMarked;
