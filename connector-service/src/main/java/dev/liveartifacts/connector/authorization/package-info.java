/**
 * {@code Challenge → Discovery → Registration → SignInAttempt → Callback → TokenClient → TokenSet}:
 * OAuth for MCP as a client, over {@link dev.liveartifacts.connector.egress.Outgoing} and nothing
 * else.
 */
@NullMarked
package dev.liveartifacts.connector.authorization;

import org.jspecify.annotations.NullMarked;
