package dev.liveartifacts.artifact.opening;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.edge.AppPolicy;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.embed.Embedding;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which sites may frame the web app at an artifact's address. */
@Singleton
class Frames {
  private final Doorkeeper doorkeeper;
  private final Embedding embedding;
  private final Origins origins;

  Frames(Doorkeeper doorkeeper, Embedding embedding, Origins origins) {
    this.doorkeeper = doorkeeper;
    this.embedding = embedding;
    this.origins = origins;
  }

  /** To who may not open it all that is told is what the workspace allows: it holds nothing. */
  Uni<List<String>> sites(UUID id, @Nullable Person person) {
    Uni<Boolean> may =
        person == null
            ? Uni.createFrom().item(false)
            : doorkeeper
                .let(person, id, Action.OPEN)
                .map(opened -> true)
                .onFailure(ProblemException.class)
                .recoverWithItem(false);
    return may.flatMap(yes -> yes ? embedding.of(id) : Uni.createFrom().item(embedding.allowed()));
  }

  void let(List<String> sites, HttpServerResponse response) {
    if (!sites.isEmpty()) {
      response.headers().remove("X-Frame-Options");
    }
    response
        .putHeader("Cache-Control", "no-store")
        .putHeader("Content-Security-Policy", AppPolicy.of(origins, sites));
  }
}
