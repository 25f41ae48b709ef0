package dev.liveartifacts.artifact.access;

import java.util.List;
import java.util.UUID;

/**
 * What decides about access to one artifact.
 *
 * @param version the current one
 */
public record Facts(
    UUID artifactId,
    UUID ownerId,
    String title,
    int version,
    List<Grantee> grantees,
    List<AllowedTool> tools) {
  public Facts {
    grantees = List.copyOf(grantees);
    tools = List.copyOf(tools);
  }
}
