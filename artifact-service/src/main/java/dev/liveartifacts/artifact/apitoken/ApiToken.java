package dev.liveartifacts.artifact.apitoken;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its person sees it: everything but itself.
 *
 * @param lastUsedFrom the address; null like {@code lastUsedAt} if it was never used
 */
public record ApiToken(
    UUID id,
    UUID personId,
    String name,
    Set<Scope> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedFrom) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }
}
