package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Tells an open page what happens to its artifact, as server-sent events.
 *
 * <p>A stream ends by itself after a while: the browser comes back, and is signed in or not.
 */
@Path("/api/artifacts/{id}/events")
class EventsResource {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int BUFFER = 64;

  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final OpenPages pages;
  private final Sse sse;

  EventsResource(CurrentPerson current, Doorkeeper doorkeeper, OpenPages pages, Sse sse) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.pages = pages;
    this.sse = sse;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(@RestPath UUID id) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .onItem()
        .transformToMulti(opened -> events(id, person))
        .map(this::written);
  }

  private Multi<PageEvent> events(UUID id, Person person) {
    Multi<PageEvent> told =
        Multi.createFrom()
            .<PageEvent>emitter(line -> connect(id, person, line), BackPressureStrategy.ERROR)
            .onOverflow()
            .buffer(BUFFER);
    Multi<PageEvent> alive =
        Multi.createBy()
            .concatenating()
            .streams(
                Multi.createFrom().item(PageEvent.HEARTBEAT),
                Multi.createFrom().ticks().every(HEARTBEAT).map(tick -> PageEvent.HEARTBEAT))
            .onOverflow()
            .drop();
    return Multi.createBy()
        .merging()
        .streams(told, alive)
        .select()
        .first(event -> !event.equals(PageEvent.END))
        .select()
        .first(LONGEST);
  }

  private void connect(UUID id, Person person, MultiEmitter<? super PageEvent> line) {
    OpenPage page = new OpenPage(id, person, line);
    pages.add(page);
    line.onTermination(() -> pages.remove(page));
  }

  private OutboundSseEvent written(PageEvent event) {
    return event.equals(PageEvent.HEARTBEAT)
        ? sse.newEventBuilder().comment("").build()
        : sse.newEventBuilder().name(event.name()).data(event.data().encode()).build();
  }
}
