/**
 * {@code HTTP → ConfirmationsResource → ConfirmationStore}: what a person always lets a page write.
 */
@NullMarked
package dev.liveartifacts.artifact.confirmation;

import org.jspecify.annotations.NullMarked;
