package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.mapping.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tools that a page asks for and that more than one connector has: their owner is asked which
 * one is meant, before the page is saved.
 */
record Ambiguity(List<Found> tools) {
  private static final String ANSWER = "connector";
  private static final String KEY = "connector-of-";

  static Ambiguity of(List<Found> found) {
    return new Ambiguity(
        found.stream().filter(one -> one.guess() == null && one.candidates().size() > 1).toList());
  }

  /** A question for each, as an elicitation of the protocol. */
  Map<String, ObjectNode> questions() {
    Map<String, ObjectNode> questions = new LinkedHashMap<>();
    for (int at = 0; at < tools.size(); at++) {
      questions.put(KEY + at, question(tools.get(at)));
    }
    return questions;
  }

  /** True unless something is still to be asked; who declines is not asked again. */
  boolean isAnswered(JsonNode responses) {
    return questions().keySet().stream().allMatch(key -> responses.path(key).has("action"));
  }

  /** What was answered; a connector that was not offered is none. */
  List<Choice> choices(JsonNode responses) {
    List<Choice> choices = new ArrayList<>();
    for (int at = 0; at < tools.size(); at++) {
      Found tool = tools.get(at);
      String said = responses.path(KEY + at).path("content").path(ANSWER).asText();
      target(tool, said)
          .map(target -> new Choice(tool.name(), target.connectorId(), target.tool()))
          .ifPresent(choices::add);
    }
    return choices;
  }

  private static Optional<Found.Target> target(Found tool, String connector) {
    return tool.candidates().stream()
        .filter(target -> target.connectorName().equals(connector))
        .findFirst();
  }

  private static ObjectNode question(Found tool) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("method", "elicitation/create");
    ObjectNode params =
        question
            .putObject("params")
            .put("mode", "form")
            .put("message", "Which connector does the page mean by '" + tool.name() + "'?");
    ObjectNode schema = params.putObject("requestedSchema").put("type", "object");
    ObjectNode connector =
        schema
            .putObject("properties")
            .putObject(ANSWER)
            .put("type", "string")
            .put("title", "Connector");
    tool.candidates().stream()
        .map(Found.Target::connectorName)
        .distinct()
        .forEach(connector.putArray("enum")::add);
    schema.putArray("required").add(ANSWER);
    return question;
  }
}
