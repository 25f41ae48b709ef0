package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An artifact as its page in the web app needs it.
 *
 * @param notes what its maker should know about the current page: {@code meta-missing}, {@code
 *     meta-invalid}
 */
public record Artifact(
    UUID id,
    String title,
    String description,
    Named owner,
    Role role,
    int version,
    int versionCount,
    List<ArtifactTool> tools,
    List<String> notes,
    Instant createdAt,
    Instant updatedAt,
    Limits limits) {

  /**
   * @param burst calls at once, after which {@code callsPerMinute} counts
   */
  record Limits(int pageBytes, int storageBytes, int resultBytes, int burst, int callsPerMinute) {
    static final Limits ALL = new Limits(PageText.LIMIT, 5 * 1024 * 1024, 8 * 1024 * 1024, 60, 120);
  }
}
