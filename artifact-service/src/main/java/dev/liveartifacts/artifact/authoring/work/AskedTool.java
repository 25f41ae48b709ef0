package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.mapping.Found;
import io.vertx.core.json.JsonObject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a page asks for.
 *
 * @param granted true if the artifact's owner has granted it before; nothing here ever grants
 * @param problem why the page cannot have it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedTool(
    String name,
    String tool,
    @Nullable UUID connectorId,
    @Nullable String connectorName,
    boolean readOnly,
    boolean granted,
    @Nullable String problem) {
  static AskedTool had(ArtifactTool tool, boolean granted) {
    return new AskedTool(
        tool.name(),
        tool.tool(),
        tool.connectorId(),
        tool.connectorName(),
        tool.readOnly(),
        granted,
        null);
  }

  static AskedTool offered(Found found, Found.Target target) {
    return new AskedTool(
        found.name(),
        target.tool(),
        target.connectorId(),
        target.connectorName(),
        target.readOnly(),
        false,
        null);
  }

  static AskedTool refused(Found found, String why) {
    return new AskedTool(
        found.name(),
        found.tool(),
        null,
        null,
        false,
        false,
        found.flagged() == null ? why : found.flagged());
  }

  public static AskedTool read(JsonObject json) {
    String connector = json.getString("connectorId");
    return new AskedTool(
        json.getString("name"),
        json.getString("tool"),
        connector == null ? null : UUID.fromString(connector),
        json.getString("connectorName"),
        json.getBoolean("readOnly"),
        json.getBoolean("granted"),
        json.getString("problem"));
  }

  JsonObject json() {
    JsonObject json =
        new JsonObject()
            .put("name", name)
            .put("tool", tool)
            .put("readOnly", readOnly)
            .put("granted", granted);
    if (connectorId != null) {
      json.put("connectorId", connectorId.toString()).put("connectorName", connectorName);
    }
    return problem == null ? json : json.put("problem", problem);
  }

  /** As the page may use it while it is tried out. */
  public Optional<AllowedTool> allowed() {
    return Optional.ofNullable(connectorId)
        .map(id -> {
          String name = Objects.requireNonNullElse(connectorName, "");
          return new AllowedTool(this.name, id, name, name, tool, readOnly, null, false);
        });
  }

  /** As it is asked for when the page is saved. */
  public Optional<Choice> choice() {
    return Optional.ofNullable(connectorId).map(id -> new Choice(name, id, tool));
  }
}
