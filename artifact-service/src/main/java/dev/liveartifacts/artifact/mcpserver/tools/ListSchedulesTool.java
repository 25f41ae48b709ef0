package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When the person's artifacts refresh by themselves, and how that went last. */
@Singleton
class ListSchedulesTool implements Tool {
  private final ToolCard card;
  private final ServiceClient client;

  ListSchedulesTool(ToolCards cards, ServiceClient client) {
    this.card = cards.of("list_schedules");
    this.client = client;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    return ask.caller()
        .token()
        .flatMap(token -> client.get(Service.SCHEDULER, "/api/schedules", token))
        .map(Connectors::good)
        .map(all ->
            ToolAnswer.of(new Answer(Connectors.entries(all).stream().map(Schedule::of).toList())));
  }

  /** Those that the person may see. */
  record Answer(List<Schedule> schedules) {}

  /**
   * @param id what {@code runScheduledTask} takes in a page
   * @param last how the last run ended
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Schedule(
      String id,
      String artifactId,
      String artifact,
      String cron,
      String inWords,
      String timeZone,
      boolean paused,
      @Nullable String pausedReason,
      @Nullable String nextAt,
      @Nullable String last) {
    static Schedule of(JsonNode json) {
      return new Schedule(
          json.path("id").asText(),
          json.path("artifactId").asText(),
          json.path("artifactTitle").asText(),
          json.path("cron").asText(),
          json.path("inWords").asText(),
          json.path("timeZone").asText(),
          json.path("paused").asBoolean(),
          json.path("pausedReason").textValue(),
          json.path("nextAt").textValue(),
          json.path("lastRun").path("state").textValue());
    }
  }
}
