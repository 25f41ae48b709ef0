package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.authoring.claude.Turn;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/**
 * What Claude may look at, for one page: the chosen connectors, their tools, and the data of those
 * that only read. Never fails: what goes wrong is told to Claude.
 */
final class Toolbox {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_TOOLS = 100;
  private static final int LONGEST_LIST = 40_000;

  private final SourcesClient client;
  private final Brief brief;
  private final Journal journal;
  private final Pass pass;

  Toolbox(SourcesClient client, Brief brief, Journal journal, Pass pass) {
    this.pass = pass;
    this.client = client;
    this.brief = brief;
    this.journal = journal;
  }

  Uni<Used> use(Turn.Use use) {
    ObjectNode input = use.input();
    return switch (use.name()) {
      case "list_connectors" -> Uni.createFrom().item(connectors());
      case "list_tools" -> at(input, source -> tools(source));
      case "probe_tool" -> at(input, source -> probe(source, input));
      default -> Uni.createFrom().item(Used.failure("There is no tool of this name."));
    };
  }

  private Used connectors() {
    journal.step("look", "Looking at your connectors");
    return brief.sources().isEmpty()
        ? Used.data("No connector may be used for this page. Build it without data.", "")
        : Used.data("These may be used:", json(brief.sources()));
  }

  private Uni<Used> tools(Source source) {
    journal.step("look", "Looking at what " + source.name() + " offers");
    return pass.use(token -> client.tools(source, token))
        .map(tools -> tools.stream().limit(MOST_TOOLS).toList())
        .map(tools -> Used.data(source.name() + " offers:", cut(json(tools))))
        .onFailure()
        .recoverWithItem(failure -> failed(source, failure));
  }

  private Uni<Used> probe(Source source, ObjectNode input) {
    String tool = input.path("tool").asText();
    journal.step("probe", "Trying “" + tool.replace('_', ' ') + "” of " + source.name());
    ObjectNode body = JSON.createObjectNode().put("tool", tool);
    JsonNode arguments = input.path("arguments");
    body.set("arguments", arguments.isObject() ? arguments : JSON.createObjectNode());
    return pass.use(token -> client.probe(source, body.toString(), token))
        .map(this::found)
        .onFailure()
        .recoverWithItem(failure -> failed(source, failure));
  }

  private Used found(Finding finding) {
    if (finding.failed()) {
      return Used.failure("The tool failed:", finding.sentence());
    }
    if (finding.count() > 0) {
      journal.step("probe", "Found %,d rows".formatted(finding.count()));
    }
    return Used.data("The tool's data:", finding.forClaude());
  }

  private Uni<Used> at(ObjectNode input, java.util.function.Function<Source, Uni<Used>> work) {
    String slug = input.path("connector").asText();
    Optional<Source> source =
        brief.sources().stream()
            .filter(one -> one.slug().equals(slug) || one.name().equalsIgnoreCase(slug))
            .findFirst();
    return source
        .map(work)
        .orElseGet(() ->
            Uni.createFrom()
                .item(Used.failure("There is no such connector. Use list_connectors.")));
  }

  private static Used failed(Source source, Throwable failure) {
    return failure instanceof ProblemException known
        ? Used.failure("That did not work:", known.problem().detail())
        : Used.failure(source.name() + " does not answer right now.");
  }

  private static String json(List<?> values) {
    try {
      return JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_LIST ? text : text.substring(0, LONGEST_LIST) + "… (cut off)";
  }
}
