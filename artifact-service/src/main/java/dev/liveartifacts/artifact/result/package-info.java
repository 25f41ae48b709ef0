/** {@code result of a call → ResultData → ResultRows → whoever compares or counts them}. */
@NullMarked
package dev.liveartifacts.artifact.result;

import org.jspecify.annotations.NullMarked;
