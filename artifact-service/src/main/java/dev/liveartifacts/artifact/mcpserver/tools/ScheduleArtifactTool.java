package dev.liveartifacts.artifact.mcpserver.tools;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.delegation.ScheduleWish;
import dev.liveartifacts.artifact.delegation.Scheduling;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Lets an artifact refresh by itself, with the calls that its page made last. */
@Singleton
class ScheduleArtifactTool implements Tool {
  private final ToolCard card;
  private final Artifacts artifacts;
  private final Scheduling scheduling;

  ScheduleArtifactTool(ToolCards cards, Artifacts artifacts, Scheduling scheduling) {
    this.card = cards.of("schedule_artifact");
    this.artifacts = artifacts;
    this.scheduling = scheduling;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    ScheduleWish wish =
        ScheduleWish.of(
            Objects.requireNonNull(ask.text("cron")),
            Objects.requireNonNull(ask.text("time_zone")));
    return artifacts
        .let(ask.caller().person(), Objects.requireNonNull(ask.text("id")), Action.SCHEDULE)
        .flatMap(opened ->
            ask.caller().token().flatMap(token -> scheduling.schedule(opened.facts(), wish, token)))
        .map(Connectors::good)
        .map(ListSchedulesTool.Schedule::of)
        .map(ToolAnswer::of);
  }
}
