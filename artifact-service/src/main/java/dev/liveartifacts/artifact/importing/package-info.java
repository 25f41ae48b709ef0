/** {@code HTTP → ImportResource → FetchClient, Inspection}: a page before it is saved. */
@NullMarked
package dev.liveartifacts.artifact.importing;

import org.jspecify.annotations.NullMarked;
