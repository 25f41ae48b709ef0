package dev.liveartifacts.artifact.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.access.ShareKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A share of an artifact.
 *
 * @param email whom it is for, if it is for a person
 * @param group whom it is for, if it is for a group
 * @param name of that person, once they have signed in
 * @param expiresAt when it ends by itself; null: when it is taken back
 * @param over true if it has ended by itself
 * @param message what its maker says to those whom it is for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Share(
    UUID id,
    ShareKind kind,
    @Nullable String email,
    @Nullable String group,
    @Nullable String name,
    Role role,
    @Nullable Instant expiresAt,
    boolean over,
    @Nullable String message,
    Instant createdAt) {}
