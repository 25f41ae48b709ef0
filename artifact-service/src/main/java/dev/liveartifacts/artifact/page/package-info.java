/** {@code HTTP → PageResource → TicketStore → PageRenderer → sandbox}. */
@NullMarked
package dev.liveartifacts.artifact.page;

import org.jspecify.annotations.NullMarked;
