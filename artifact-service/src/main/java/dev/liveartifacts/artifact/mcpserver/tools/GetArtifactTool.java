package dev.liveartifacts.artifact.mcpserver.tools;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;

/** One artifact, with its page if that is wanted. */
@Singleton
class GetArtifactTool implements Tool {
  private final ToolCard card;
  private final Artifacts artifacts;

  GetArtifactTool(ToolCards cards, Artifacts artifacts) {
    this.card = cards.of("get_artifact");
    this.artifacts = artifacts;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    Person person = ask.caller().person();
    boolean wanted = ask.arguments().path("include_html").asBoolean(true);
    return artifacts
        .let(person, Objects.requireNonNull(ask.text("id")), Action.OPEN)
        .flatMap(opened -> shown(person, opened, wanted))
        .map(ToolAnswer::of);
  }

  private Uni<Shown> shown(Person person, Opened opened, boolean withPage) {
    Uni<Shown> shown = artifacts.shown(person, opened);
    return withPage
        ? Uni.combine().all().unis(shown, artifacts.page(opened)).with(Shown::with)
        : shown;
  }
}
