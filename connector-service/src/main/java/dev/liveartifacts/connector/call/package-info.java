/**
 * {@code HTTP → CallResource → Calls → CallPolicy → ResultCache → SingleFlight → Upstream →
 * McpClient → Outcome}.
 */
@NullMarked
package dev.liveartifacts.connector.call;

import org.jspecify.annotations.NullMarked;
