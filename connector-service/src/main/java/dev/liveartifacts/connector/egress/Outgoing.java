package dev.liveartifacts.connector.egress;

import io.smallrye.mutiny.Uni;

/**
 * Sends small requests to addresses that a person or a server named. Fails with {@link WebFailure}
 * alone, within a bounded time; follows no redirect.
 */
@FunctionalInterface
public interface Outgoing {
  Uni<WebAnswer> send(WebRequest request);
}
