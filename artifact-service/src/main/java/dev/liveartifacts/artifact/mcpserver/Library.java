package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What can be read, and the prompts to begin with. */
@Singleton
class Library {
  private static final int MOST_COMPLETIONS = 100;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Source> sources;
  private final List<Prompt> prompts;

  Library(@All List<Source> sources, @All List<Prompt> prompts) {
    this.sources = List.copyOf(sources);
    this.prompts = prompts.stream().sorted(Comparator.comparing(Library::name)).toList();
  }

  ObjectNode resources() {
    return list("resources", sources.stream().flatMap(one -> one.resources().stream()).toList());
  }

  ObjectNode templates() {
    return list(
        "resourceTemplates", sources.stream().flatMap(one -> one.templates().stream()).toList());
  }

  ObjectNode prompts() {
    return list("prompts", prompts.stream().map(Prompt::card).toList());
  }

  Uni<ObjectNode> read(String uri, Caller caller) {
    return sources.stream()
        .map(source -> source.read(uri, caller))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new RpcException(RpcError.noSuchResource(uri)))
        .map(content -> list("contents", List.of(content)));
  }

  Uni<? extends Outcome> prompt(String name, Ask ask) {
    return named(name)
        .orElseThrow(
            () -> new RpcException(RpcError.badParams("There is no prompt '" + name + "'.")))
        .get(ask);
  }

  /** Completes an argument of a prompt, or the place in a template of a resource. */
  Uni<ObjectNode> complete(JsonNode params, Caller caller) {
    JsonNode reference = params.path("ref");
    String argument = params.path("argument").path("name").asText();
    String begun = params.path("argument").path("value").asText();
    Uni<List<String>> values =
        reference.path("type").asText().equals("ref/prompt")
            ? named(reference.path("name").asText())
                .map(prompt -> prompt.complete(argument, begun, caller))
                .orElseThrow(() -> new RpcException(RpcError.badParams("No such prompt.")))
            : template(reference.path("uri").asText(), begun, caller);
    return values.map(Library::completion);
  }

  private Uni<List<String>> template(String uri, String begun, Caller caller) {
    return sources.stream()
        .filter(source ->
            source.templates().stream()
                .anyMatch(template -> template.path("uriTemplate").asText().equals(uri)))
        .findFirst()
        .orElseThrow(() -> new RpcException(RpcError.noSuchResource(uri)))
        .complete(uri, begun, caller);
  }

  private static ObjectNode completion(List<String> values) {
    ObjectNode result = JSON.objectNode();
    ObjectNode completion = result.putObject("completion");
    ArrayNode first = completion.putArray("values");
    values.stream().limit(MOST_COMPLETIONS).forEach(first::add);
    completion.put("total", values.size()).put("hasMore", values.size() > MOST_COMPLETIONS);
    return result;
  }

  private Optional<Prompt> named(String name) {
    return prompts.stream().filter(prompt -> name(prompt).equals(name)).findFirst();
  }

  private static String name(Prompt prompt) {
    return prompt.card().path("name").asText();
  }

  private static ObjectNode list(String name, List<ObjectNode> entries) {
    ObjectNode result = JSON.objectNode();
    result.putArray(name).addAll(entries);
    return result;
  }
}
