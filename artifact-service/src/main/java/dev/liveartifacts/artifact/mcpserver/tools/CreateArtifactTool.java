package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.databind.JsonNode;
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
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/**
 * Saves a page as a new artifact. What it asks for is a request: its owner grants, in the browser.
 */
@Singleton
class CreateArtifactTool implements Tool {
  private final ToolCard card;
  private final ArtifactMaker maker;
  private final HandleStore handles;
  private final Artifacts artifacts;

  CreateArtifactTool(
      ToolCards cards, ArtifactMaker maker, HandleStore handles, Artifacts artifacts) {
    this.card = cards.of("create_artifact");
    this.maker = maker;
    this.handles = handles;
    this.artifacts = artifacts;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    Person person = ask.caller().person();
    String handle = Objects.requireNonNull(ask.text("id"));
    if (!Handles.valid(handle)) {
      return Uni.createFrom()
          .item(
              ToolAnswer.failed(
                  "An id is small letters and digits in words joined by hyphens, for example"
                      + " open-pipeline, and at most 100 characters."));
    }
    return handles
        .find(person.id(), handle)
        .flatMap(found ->
            found.isPresent() ? Uni.createFrom().item(taken(handle)) : create(person, handle, ask));
  }

  private Uni<Outcome.Done> create(Person person, String handle, Ask ask) {
    Brought page = new Brought(Objects.requireNonNull(ask.text("html")), List.of(), names(ask));
    return ask.caller()
        .token()
        .flatMap(
            token -> maker.make(person, token, ask.text("title"), ask.text("description"), page))
        .flatMap(artifact ->
            handles
                .keep(person.id(), handle, artifact.id())
                .map(kept -> created(artifact, kept ? handle : artifact.id().toString())));
  }

  static List<String> names(Ask ask) {
    return Connectors.entries(ask.arguments().path("mcp_tools")).stream()
        .map(JsonNode::asText)
        .toList();
  }

  private Outcome.Done created(Artifact artifact, String handle) {
    return ToolAnswer.of(Shown.of(artifact, handle, artifacts.url(artifact.id())));
  }

  private static Outcome.Done taken(String handle) {
    return ToolAnswer.failed(
        "You already have an artifact '"
            + handle
            + "': change it with update_artifact, or pick another id.");
  }
}
