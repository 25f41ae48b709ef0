/** {@code HTTP → PageResource → TicketStore → RenderedPages → sandbox}. */
@NullMarked
package dev.liveartifacts.artifact.page;

import org.jspecify.annotations.NullMarked;
