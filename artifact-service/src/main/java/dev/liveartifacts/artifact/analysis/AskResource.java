package dev.liveartifacts.artifact.analysis;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The questions of an open page to Claude, read off the event loop: they may be large. Every
 * well-formed one gets a text.
 */
@Path("/api/artifacts/{id}/ask")
class AskResource {
  private static final String AS_OTHERS =
      "You see this page as others do, and Claude is not asked in it. Go back to your own view first.";

  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Asks asks;

  AskResource(CurrentPerson current, Doorkeeper doorkeeper, Asks asks) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.asks = asks;
  }

  /**
   * @param as {@code viewer} if the person looks at the page as somebody else would
   */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<AskAnswer> ask(@RestPath UUID id, @RestQuery @Nullable String as, String body) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(opened -> Question.read(body))
        .flatMap(question ->
            as == null
                ? asks.answer(new Asker(id, person.id()), question)
                : Uni.createFrom().item(AskAnswer.error(AS_OTHERS)));
  }
}
