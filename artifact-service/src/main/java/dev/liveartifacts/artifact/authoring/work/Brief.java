package dev.liveartifacts.artifact.authoring.work;

import dev.liveartifacts.artifact.authoring.page.Draft;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import io.vertx.core.json.JsonArray;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants, with everything that is needed to set to work.
 *
 * @param wish in their own words
 * @param token of the person as it begins, for connector-service alone
 * @param tokensLeft of Claude, for this person today
 */
public record Brief(
    UUID id,
    UUID personId,
    String wish,
    Optional<Change> change,
    List<Source> sources,
    String token,
    long tokensLeft) {
  public Brief {
    sources = List.copyOf(sources);
  }

  @Override
  public String toString() {
    return "Brief[" + id + "]";
  }

  /**
   * A page that is to change.
   *
   * @param tools what the artifact has and what its owner has said to that
   * @param element what the person points at
   * @param drift how the data has changed; empty if that is not what this is about
   */
  public record Change(
      UUID artifactId,
      int version,
      Draft page,
      List<ArtifactTool> tools,
      @Nullable Element element,
      JsonArray drift) {
    public Change {
      tools = List.copyOf(tools);
    }
  }

  /** A place of the page, as its browser describes it: data, like everything in a page. */
  public record Element(String selector, String text, String html) {}
}
