/**
 * {@code HTTP → DraftsResource → Drafting → owner's review → PublicationsResource → Publishing →
 * PublicationStore}: frozen copies that need no sign-in.
 */
@NullMarked
package dev.liveartifacts.artifact.publication;

import org.jspecify.annotations.NullMarked;
