package dev.liveartifacts.artifact.authoring;

import dev.liveartifacts.artifact.authoring.journal.Description;
import dev.liveartifacts.artifact.authoring.journal.Description.State;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.journal.JournalStore;
import dev.liveartifacts.artifact.authoring.journal.Told;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * What happens while a page is made, as server-sent events: from the beginning, or from where a
 * browser was. Any replica can tell it, as it is read from the journal.
 */
@Path("/api/descriptions/{id}/events")
class DescriptionEventsResource {
  private static final Duration LOOK = Duration.ofMillis(300);

  /** A browser that comes back brings a fresh access token along. */
  private static final Duration LONGEST = Duration.ofSeconds(25);

  private static final int QUIET = 50;
  private static final String LOST =
      "The server that was working on this has stopped. Start again.";

  private final CurrentPerson current;
  private final DescriptionStore store;
  private final JournalStore journals;
  private final Sse sse;

  DescriptionEventsResource(
      CurrentPerson current, DescriptionStore store, JournalStore journals, Sse sse) {
    this.current = current;
    this.store = store;
    this.journals = journals;
    this.sse = sse;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> events(
      @RestPath UUID id,
      @RestQuery @Nullable Integer after,
      @RestHeader("Last-Event-ID") @Nullable Integer last) {
    UUID person = current.get().id();
    AtomicInteger at = new AtomicInteger(last != null ? last : after != null ? after : 0);
    return store
        .renew(id, person, current.accessToken())
        .flatMap(renewed -> store.of(id, person))
        .onItem()
        .transformToMulti(found ->
            found.isPresent()
                ? told(id, person, at)
                : Multi.createFrom().item(event(Told.UNKNOWN)));
  }

  private Multi<OutboundSseEvent> told(UUID id, UUID person, AtomicInteger at) {
    return Multi.createFrom()
        .ticks()
        .every(LOOK)
        .onOverflow()
        .drop()
        .onItem()
        .transformToUniAndConcatenate(look -> next(id, person, at).map(next -> quiet(look, next)))
        .onItem()
        .disjoint()
        .map(Told.class::cast)
        .select()
        .first(LONGEST)
        .select()
        .first(entry -> !entry.equals(Told.END))
        .map(this::event);
  }

  private Uni<List<Told>> next(UUID id, UUID person, AtomicInteger at) {
    return store
        .of(id, person)
        .flatMap(found ->
            journals
                .after(id, at.get())
                .invoke(entries -> entries.forEach(entry -> at.set(entry.position())))
                .flatMap(entries ->
                    entries.isEmpty() && found.isPresent()
                        ? rest(found.get())
                        : Uni.createFrom().item(entries)));
  }

  /** Nothing new: perhaps nothing ever comes. */
  private Uni<List<Told>> rest(Description one) {
    if (store.silent(one)) {
      return store.bury(one.id()).flatMap(buried -> lost(one.id(), buried));
    }
    boolean over = one.state() != State.WORKING && store.settled(one);
    return Uni.createFrom().item(over ? List.of(Told.over(one.state()), Told.END) : List.of());
  }

  private Uni<List<Told>> lost(UUID id, boolean buried) {
    return buried
        ? journals
            .append(id, "failed", new JsonObject().put("problem", LOST))
            .replaceWith(List.of())
        : Uni.createFrom().item(List.of());
  }

  private static List<Told> quiet(long look, List<Told> entries) {
    return entries.isEmpty() && look % QUIET == 0 ? List.of(Told.HEARTBEAT) : entries;
  }

  private OutboundSseEvent event(Told entry) {
    if (entry.equals(Told.HEARTBEAT)) {
      return sse.newEventBuilder().comment("").build();
    }
    OutboundSseEvent.Builder event =
        sse.newEventBuilder().name(entry.name()).data(entry.data().encode());
    return entry.position() > 0
        ? event.id(Integer.toString(entry.position())).build()
        : event.build();
  }
}
