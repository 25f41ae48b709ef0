package dev.liveartifacts.artifact.mcpserver.tools;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.store.ArtifactMaker;
import dev.liveartifacts.artifact.store.Brought;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;

/** Adds a version to an artifact. What was granted stays granted; what is new is asked for. */
@Singleton
class UpdateArtifactTool implements Tool {
  private final ToolCard card;
  private final ArtifactMaker maker;
  private final Artifacts artifacts;

  UpdateArtifactTool(ToolCards cards, ArtifactMaker maker, Artifacts artifacts) {
    this.card = cards.of("update_artifact");
    this.maker = maker;
    this.artifacts = artifacts;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    Person person = ask.caller().person();
    return artifacts
        .let(person, Objects.requireNonNull(ask.text("id")), Action.EDIT)
        .call(opened -> version(person, opened, ask))
        .flatMap(opened -> artifacts.shown(person, opened))
        .map(ToolAnswer::of);
  }

  private Uni<Integer> version(Person person, Opened opened, Ask ask) {
    Brought page =
        new Brought(
            Objects.requireNonNull(ask.text("html")), List.of(), CreateArtifactTool.names(ask));
    String summary = Objects.requireNonNull(ask.text("update_summary")).strip().replace("\0", "");
    return ask.caller()
        .token()
        .flatMap(
            token -> maker.makeVersion(opened.facts().artifactId(), person, token, summary, page));
  }
}
