package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import dev.liveartifacts.artifact.store.Artifact;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An artifact as MCP clients see it.
 *
 * @param id its handle, if its owner's client gave it one
 * @param url where its people open it
 * @param next what somebody has to do before it works; null if nothing
 * @param html the page of this version, if it was asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Shown(
    String id,
    String artifactId,
    String title,
    String description,
    String owner,
    String role,
    int version,
    String url,
    List<Asked> tools,
    @Nullable String next,
    Instant updatedAt,
    @Nullable String html) {

  /**
   * A tool that the page asks for.
   *
   * @param name as in the page
   * @param state {@code granted}, {@code requested}, {@code changed} or {@code unmapped}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Asked(
      String name, @Nullable String connector, String tool, boolean readOnly, String state) {
    static Asked of(ArtifactTool tool) {
      return new Asked(
          tool.name(),
          tool.connectorName(),
          tool.tool(),
          tool.readOnly(),
          tool.state().name().toLowerCase(Locale.ROOT));
    }
  }

  static Shown of(Artifact artifact, @Nullable String handle, String url) {
    List<Asked> tools = artifact.tools().stream().map(Asked::of).toList();
    return new Shown(
        handle == null ? artifact.id().toString() : handle,
        artifact.id().toString(),
        artifact.title(),
        artifact.description(),
        artifact.owner().name(),
        artifact.role().word(),
        artifact.version(),
        url,
        tools,
        next(tools),
        artifact.updatedAt(),
        null);
  }

  Shown with(String page) {
    return new Shown(
        id,
        artifactId,
        title,
        description,
        owner,
        role,
        version,
        url,
        tools,
        next,
        updatedAt,
        page);
  }

  private static @Nullable String next(List<Asked> tools) {
    if (tools.stream().anyMatch(tool -> tool.state().equals("unmapped"))) {
      return "Some tools belong to no connector that we know. Its owner opens the url and picks"
          + " one, or you use a page_name that list_tools gives.";
    }
    return tools.stream().allMatch(tool -> tool.state().equals("granted"))
        ? null
        : "Its owner opens the url and approves the tools; until then their calls are refused.";
  }
}
