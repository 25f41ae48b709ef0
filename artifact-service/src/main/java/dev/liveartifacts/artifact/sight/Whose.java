package dev.liveartifacts.artifact.sight;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.schedule.ToolId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** By whose access one call of an open page is made. */
public sealed interface Whose {
  /**
   * By that of the person who looks at the page.
   *
   * @param ownConnection false: with the workspace's connections alone
   */
  record Viewers(boolean ownConnection) implements Whose {}

  /** By the owner's, as far as the delegation goes. */
  record Owners(UUID delegationId) implements Whose {}

  /**
   * @param asViewer true if the person looks at the page as somebody else would
   * @param ownerId whose the artifact is now
   */
  static Whose of(
      Role role, boolean asViewer, UUID ownerId, ToolId tool, Terms terms, Instant now) {
    if (role == Role.OWNER && !asViewer) {
      return new Viewers(true);
    }
    Optional<Terms.Shown> shown = terms.shown(tool.connectorId(), ownerId, now);
    return shown.isPresent()
        ? new Owners(shown.get().delegationId())
        : new Viewers(!asViewer && terms.consented().contains(tool));
  }
}
