package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.session.CurrentSession;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;

/**
 * Tells all open pages of a browser what happens to their artifacts, in one stream: a browser has
 * few connections to give away. Each event says by {@code artifactId} which one it is about.
 */
@Path("/api/events")
class SharedEventsResource {
  private static final int MOST = 50;

  private final CurrentPerson current;
  private final CurrentSession session;
  private final EventStreams streams;
  private final Sse sse;

  SharedEventsResource(
      CurrentPerson current, CurrentSession session, EventStreams streams, Sse sse) {
    this.current = current;
    this.session = session;
    this.streams = streams;
    this.sse = sse;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(@RestQuery("artifact") List<UUID> artifacts) {
    if (artifacts.isEmpty() || artifacts.size() > MOST) {
      throw Problems.badRequest("Name between one and fifty artifacts to hear of.");
    }
    return streams
        .of(current.get(), session.id(), Set.copyOf(artifacts))
        .map(event -> event.written(sse));
  }
}
