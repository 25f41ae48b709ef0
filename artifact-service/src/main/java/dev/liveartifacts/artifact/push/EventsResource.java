package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.session.CurrentSession;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Tells one open page what happens to its artifact, as server-sent events. */
@Path("/api/artifacts/{id}/events")
class EventsResource {
  private final CurrentPerson current;
  private final CurrentSession session;
  private final Doorkeeper doorkeeper;
  private final EventStreams streams;
  private final Sse sse;

  EventsResource(
      CurrentPerson current,
      CurrentSession session,
      Doorkeeper doorkeeper,
      EventStreams streams,
      Sse sse) {
    this.current = current;
    this.session = session;
    this.doorkeeper = doorkeeper;
    this.streams = streams;
    this.sse = sse;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(@RestPath UUID id) {
    Person person = current.get();
    UUID asking = session.id();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .onItem()
        .transformToMulti(opened -> streams.of(person, asking, id))
        .map(event -> event.written(sse));
  }
}
