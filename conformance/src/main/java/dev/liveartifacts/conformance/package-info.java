/**
 * {@code Main → Referee → errand.mjs → Desk → Errands → McpClient}: the protocol's own referee
 * judges the client that connector-service ships.
 */
@NullMarked
package dev.liveartifacts.conformance;

import org.jspecify.annotations.NullMarked;
