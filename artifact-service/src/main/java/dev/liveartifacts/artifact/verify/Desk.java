package dev.liveartifacts.artifact.verify;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.bridge.Rehearsal;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a page asks of its host while it is verified: reads go through, as its person;
 * nothing writes, nothing is asked of Claude, and nobody is there to click.
 */
final class Desk {
  private final Rehearsal rehearsal;
  private final Opened opened;
  private final Person person;
  private final String token;
  private final SightingLog log;

  Desk(Rehearsal rehearsal, Opened opened, Person person, String token, SightingLog log) {
    this.rehearsal = rehearsal;
    this.opened = opened;
    this.person = person;
    this.token = token;
    this.log = log;
  }

  /** The host's message in answer to a request; null if there is none yet. */
  Uni<JsonObject> answer(int id, String method, JsonObject params) {
    return switch (method) {
      case "cowork.call" ->
          call(params.getString("name"), params.getValue("args"))
              .map(answer -> good(id, answer.getJsonObject("result")));
      case "claude.call" -> claudeCall(params).map(answer -> claude(id, answer));
      case "watch.start" -> claudeCall(params).map(answer -> good(id, null));
      case "claude.listTools" -> Uni.createFrom().item(good(id, tools()));
      default -> Uni.createFrom().item(good(id, nobodyThere(method)));
    };
  }

  private Uni<JsonObject> claudeCall(JsonObject params) {
    return call(
        params.getString("server") + "__" + params.getString("tool"), params.getValue("input"));
  }

  private Uni<JsonObject> call(String name, @Nullable Object arguments) {
    JsonObject wanted = new JsonObject().put("name", name);
    if (arguments != null) {
      wanted.put("args", arguments);
    }
    SightingLog.Begun begun = log.begin(name, arguments);
    return rehearsal
        .call(
            opened.facts().artifactId(),
            person,
            reading(),
            opened.role() == Role.OWNER,
            wanted.encode(),
            token)
        .map(response -> new JsonObject(response.getEntity()))
        .invoke(begun::ended);
  }

  /** A tool that may always write for this person does not write now, either. */
  private List<AllowedTool> reading() {
    return opened.facts().tools().stream()
        .map(tool ->
            new AllowedTool(
                tool.name(),
                tool.connectorId(),
                tool.connectorSlug(),
                tool.connectorName(),
                tool.tool(),
                tool.readOnly(),
                tool.schemaHash(),
                false))
        .toList();
  }

  private JsonArray tools() {
    JsonArray all = new JsonArray();
    opened
        .facts()
        .tools()
        .forEach(tool ->
            all.add(
                new JsonObject()
                    .put("server", tool.connectorName())
                    .put("name", tool.name())
                    .put("tool", tool.tool())
                    .put("readOnly", tool.readOnly())));
    return all;
  }

  private @Nullable Object nobodyThere(String method) {
    return switch (method) {
      case "ask" ->
          new JsonObject()
              .put("text", "Claude is not asked while a page is verified.")
              .put("isError", true);
      case "runTask" ->
          new JsonObject().put("isError", true).put("error", "User declined to run the task.");
      case "openLink" -> new JsonObject().put("opened", false);
      case "offerPrompt" -> new JsonObject().put("copied", false);
      case "saveFile" -> new JsonObject().put("saved", false);
      case "user" ->
          new JsonObject()
              .put("displayName", person.name())
              .put("name", person.name())
              .put("locale", "en");
      default -> null;
    };
  }

  private static JsonObject claude(int id, JsonObject answer) {
    JsonObject result = answer.getJsonObject("result", new JsonObject());
    JsonObject error = answer.getJsonObject("error");
    if (error != null || result.getBoolean("isError", false)) {
      String code = error == null ? "tool_error" : error.getString("code", "tool_error");
      return new JsonObject()
          .put("kind", "answer")
          .put("id", id)
          .put("ok", false)
          .put(
              "error",
              new JsonObject()
                  .put("code", code.equals("not_granted") ? "not_in_manifest" : code)
                  .put("message", SightingLog.text(result)));
    }
    return good(id, result.copy().put("payload", payload(result)));
  }

  /** Structured if the connector gave it so, else JSON inside its text, else the text. */
  private static Object payload(JsonObject result) {
    if (result.containsKey("structuredContent")) {
      return result.getValue("structuredContent");
    }
    String text = SightingLog.text(result);
    try {
      return Json.decodeValue(text);
    } catch (DecodeException plain) {
      return text;
    }
  }

  private static JsonObject good(int id, @Nullable Object value) {
    return new JsonObject().put("kind", "answer").put("id", id).put("ok", true).put("value", value);
  }
}
