package dev.liveartifacts.artifact.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One share of an artifact.
 *
 * @param subject an e-mail address in lower case, or a group; null for the workspace
 * @param expiresAt when it ends by itself; null: when it is taken back
 */
public record Grantee(
    ShareKind kind, @Nullable String subject, Role role, @Nullable Instant expiresAt) {
  boolean covers(Visitor visitor, Instant now) {
    return !isOver(now)
        && switch (kind) {
          case PERSON -> subject != null && subject.equals(visitor.email());
          case GROUP -> subject != null && visitor.groups().contains(subject);
          case WORKSPACE -> visitor.member();
        };
  }

  private boolean isOver(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }
}
