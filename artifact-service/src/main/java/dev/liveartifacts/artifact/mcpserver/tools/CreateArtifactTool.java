package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.Choice;
import dev.liveartifacts.artifact.mapping.ToolRequests;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.store.Artifact;
import dev.liveartifacts.artifact.store.ArtifactMaker;
import dev.liveartifacts.artifact.store.Brought;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Saves a page as a new artifact. What it asks for is a request: its owner grants, in the browser.
 */
@Singleton
class CreateArtifactTool implements Tool {
  private final ToolCard card;
  private final ArtifactMaker maker;
  private final HandleStore handles;
  private final Artifacts artifacts;
  private final ToolRequests requests;
  private final Vertx vertx;

  CreateArtifactTool(
      ToolCards cards,
      ArtifactMaker maker,
      HandleStore handles,
      Artifacts artifacts,
      ToolRequests requests,
      Vertx vertx) {
    this.card = cards.of("create_artifact");
    this.maker = maker;
    this.handles = handles;
    this.artifacts = artifacts;
    this.requests = requests;
    this.vertx = vertx;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<? extends Outcome> call(Ask ask) {
    String handle = Objects.requireNonNull(ask.text("id"));
    if (!Handles.valid(handle)) {
      return Uni.createFrom()
          .item(
              ToolAnswer.failed(
                  "An id is small letters and digits in words joined by hyphens, for example"
                      + " open-pipeline, and at most 100 characters."));
    }
    return handles
        .find(ask.caller().person().id(), handle)
        .flatMap(found ->
            found.isPresent()
                ? Uni.createFrom().item(taken(handle))
                : ask.caller().token().flatMap(token -> create(handle, ask, token)));
  }

  /** Asks first what nobody can tell, if the client can ask its person. */
  private Uni<Outcome> create(String handle, Ask ask, String token) {
    return ambiguity(ask, token)
        .flatMap(unclear ->
            unclear.isAnswered(ask.responses())
                ? make(handle, ask, token, unclear.choices(ask.responses()))
                : Uni.createFrom().item(new Outcome.AskBack(unclear.questions(), null)));
  }

  private Uni<Ambiguity> ambiguity(Ask ask, String token) {
    return ask.client().can("elicitation")
        ? facts(html(ask))
            .flatMap(facts ->
                requests.inspect(
                    Stream.concat(facts.tools().stream(), names(ask).stream()).distinct().toList(),
                    facts.servers()::of,
                    token))
            .map(Ambiguity::of)
        : Uni.createFrom().item(Ambiguity.of(List.of()));
  }

  private Uni<PageFacts> facts(String html) {
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> PageFacts.of(html), false).toCompletionStage());
  }

  private Uni<Outcome> make(String handle, Ask ask, String token, List<Choice> choices) {
    Person person = ask.caller().person();
    Brought page = new Brought(html(ask), choices, names(ask));
    return maker
        .make(person, token, ask.text("title"), ask.text("description"), page)
        .flatMap(artifact ->
            handles
                .keep(person.id(), handle, artifact.id())
                .map(kept -> created(artifact, kept ? handle : artifact.id().toString())));
  }

  private static String html(Ask ask) {
    return Objects.requireNonNull(ask.text("html"));
  }

  static List<String> names(Ask ask) {
    return Connectors.entries(ask.arguments().path("mcp_tools")).stream()
        .map(JsonNode::asText)
        .toList();
  }

  private Outcome created(Artifact artifact, String handle) {
    return ToolAnswer.of(Shown.of(artifact, handle, artifacts.url(artifact.id())));
  }

  private static Outcome taken(String handle) {
    return ToolAnswer.failed(
        "You already have an artifact '"
            + handle
            + "': change it with update_artifact, or pick another id.");
  }
}
