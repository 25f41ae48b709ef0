/** {@code result of a call → Parts → Fields → owner → Kept → result without what was dropped}. */
@NullMarked
package dev.liveartifacts.artifact.publication.review;

import org.jspecify.annotations.NullMarked;
