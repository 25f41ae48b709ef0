package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.audit.Deed.Weight;
import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonConfig;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a request that is over. */
@Singleton
class Scribe {
  private final PersonConfig people;
  private final Clock clock;

  Scribe(PersonConfig people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  /** Empty if it turned out that there is nothing to write down. */
  Optional<Entry> entry(RoutingContext context, Deed deed, boolean whole) {
    Entry entry = write(context, deed, whole);
    boolean wanted =
        deed.weight() != Weight.PERHAPS
            || Note.of(context).action() != null
            || entry.outcome().equals(Outcome.REFUSED);
    return wanted ? Optional.of(entry) : Optional.empty();
  }

  /** Empty unless a feature noted it, or it was refused to somebody who is known. */
  Optional<Entry> aside(RoutingContext context, Deed deed, boolean whole) {
    boolean noted = Note.of(context).action() != null;
    Entry entry = write(context, deed, whole);
    boolean refused =
        entry.outcome().equals(Outcome.REFUSED)
            && (entry.personId() != null || deed.action().equals("session.begin"));
    return noted || refused ? Optional.of(entry) : Optional.empty();
  }

  private Entry write(RoutingContext context, Deed deed, boolean whole) {
    HttpServerRequest request = context.request();
    Note note = Note.of(context);
    Person person = note.person() == null ? person(context) : note.person();
    int status = context.response().getStatusCode();
    String outcome = Outcome.of(status, context.response().headers().get("Live-Outcome"), whole);
    Subject subject =
        note.subject().or(status < 400 ? deed.subject() : deed.subject().withoutTool());
    return new Entry(
        clock.instant(),
        actor(request, person),
        person == null ? null : person.id(),
        person == null ? null : person.name(),
        note.token(),
        Objects.requireNonNullElse(note.action(), deed.action()),
        subject,
        note.whom(),
        note.outcome() == null || !whole ? outcome : note.outcome(),
        note.code(),
        ClientAddress.of(request).text(),
        Agent.words(request.getHeader("User-Agent")));
  }

  private @Nullable Person person(RoutingContext context) {
    try {
      return context.user() instanceof QuarkusHttpUser user
          ? CurrentPerson.of(user.getSecurityIdentity(), people)
          : null;
    } catch (UnauthorizedException nobody) {
      return null;
    }
  }

  private static Actor actor(HttpServerRequest request, @Nullable Person person) {
    if (person == null) {
      return Actor.PUBLIC;
    }
    return request.getHeader("Authorization") == null ? Actor.PERSON : Actor.PROGRAM;
  }
}
