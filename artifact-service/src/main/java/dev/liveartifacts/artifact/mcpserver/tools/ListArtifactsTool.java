package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.gallery.Card;
import dev.liveartifacts.artifact.gallery.CardStore;
import dev.liveartifacts.artifact.mcpserver.Ask;
import dev.liveartifacts.artifact.mcpserver.Outcome;
import dev.liveartifacts.artifact.mcpserver.Tool;
import dev.liveartifacts.artifact.mcpserver.ToolAnswer;
import dev.liveartifacts.artifact.mcpserver.ToolCard;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What the person can open. */
@Singleton
class ListArtifactsTool implements Tool {
  private final ToolCard card;
  private final CardStore cards;
  private final Artifacts artifacts;

  ListArtifactsTool(ToolCards toolCards, CardStore cards, Artifacts artifacts) {
    this.card = toolCards.of("list_artifacts");
    this.cards = cards;
    this.artifacts = artifacts;
  }

  @Override
  public ToolCard card() {
    return card;
  }

  @Override
  public Uni<Outcome.Done> call(Ask ask) {
    Person person = ask.caller().person();
    String scope = Objects.requireNonNullElse(ask.text("scope"), "recent");
    String query = Objects.requireNonNullElse(ask.text("query"), "").strip().replace("\0", "");
    return Uni.combine()
        .all()
        .unis(
            cards.list(person, new CardStore.Wanted(scope, query, null)), artifacts.handles(person))
        .with((found, handles) ->
            ToolAnswer.of(new Answer(found.stream().map(one -> entry(one, handles)).toList())));
  }

  private Entry entry(Card found, Map<UUID, String> handles) {
    return new Entry(
        handles.getOrDefault(found.id(), found.id().toString()),
        found.title(),
        found.description(),
        found.owner().name(),
        found.role().word(),
        found.version(),
        found.connectors().stream().map(Card.Connector::name).toList(),
        artifacts.url(found.id()),
        found.updatedAt());
  }

  /** The newest first. */
  record Answer(List<Entry> artifacts) {}

  /** One of them. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Entry(
      String id,
      String title,
      String description,
      String owner,
      String role,
      int version,
      List<String> connectors,
      String url,
      Instant updatedAt) {}
}
