package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The open event streams of this replica. One clock beats for all of them, so that a stream costs
 * no more than its connection and a place in a table.
 */
@ApplicationScoped
class EventStreams {
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int BUFFER = 64;
  private static final int MOST_OF_A_PERSON = 200;
  private static final int QUESTIONS_AT_ONCE = 4;

  private final Doorkeeper doorkeeper;
  private final OpenPages pages;
  private final Clock clock;
  private final Set<OpenStream> open = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<UUID, Integer> byPerson = new ConcurrentHashMap<>();
  private Cancellable beats = () -> {};

  EventStreams(Doorkeeper doorkeeper, OpenPages pages, Clock clock) {
    this.doorkeeper = doorkeeper;
    this.pages = pages;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    beats =
        Multi.createFrom().ticks().every(BEAT).onOverflow().drop().subscribe().with(beat -> beat());
  }

  void stop(@Observes ShutdownEvent event) {
    beats.cancel();
    open.forEach(OpenStream::end);
  }

  /** Of one artifact, which the person may open. */
  Multi<PageEvent> of(Person person, @Nullable UUID session, UUID artifactId) {
    return stream(person, session, false, Set.of(artifactId), Set.of());
  }

  /** Of several; those that the person may not open are told as revoked at once. */
  Multi<PageEvent> of(Person person, @Nullable UUID session, Set<UUID> artifactIds) {
    return allowed(person, artifactIds)
        .onItem()
        .transformToMulti(allowed -> stream(person, session, true, allowed, artifactIds));
  }

  Stream<OpenStream> open() {
    return open.stream();
  }

  private Uni<Set<UUID>> allowed(Person person, Collection<UUID> artifactIds) {
    return Multi.createFrom()
        .iterable(artifactIds)
        .onItem()
        .transformToUni(id ->
            doorkeeper.ifAllowed(person, id).map(opened -> opened.map(found -> id).orElse(null)))
        .merge(QUESTIONS_AT_ONCE)
        .select()
        .where(Objects::nonNull)
        .collect()
        .asList()
        .map(Set::copyOf);
  }

  private Multi<PageEvent> stream(
      Person person, @Nullable UUID session, boolean many, Set<UUID> allowed, Set<UUID> wanted) {
    if (byPerson.getOrDefault(person.id(), 0) >= MOST_OF_A_PERSON) {
      throw tooMany();
    }
    return Multi.createFrom()
        .<PageEvent>emitter(
            line -> {
              OpenStream stream = connect(person, session, many, allowed, line);
              wanted.stream().filter(id -> !allowed.contains(id)).forEach(stream::revoke);
            },
            BackPressureStrategy.ERROR)
        .onOverflow()
        .buffer(BUFFER)
        .select()
        .first(event -> !event.equals(PageEvent.END));
  }

  private OpenStream connect(
      Person person,
      @Nullable UUID session,
      boolean many,
      Set<UUID> allowed,
      MultiEmitter<? super PageEvent> line) {
    OpenStream stream = new OpenStream(person, session, many, clock.instant(), line);
    Set<OpenPage> looking =
        allowed.stream().map(id -> new OpenPage(id, stream)).collect(Collectors.toSet());
    open.add(stream);
    byPerson.merge(person.id(), 1, Integer::sum);
    looking.forEach(pages::add);
    line.onTermination(() -> disconnect(stream, looking));
    line.emit(PageEvent.LISTENING);
    return stream;
  }

  private void disconnect(OpenStream stream, Set<OpenPage> looking) {
    looking.forEach(pages::remove);
    open.remove(stream);
    byPerson.computeIfPresent(stream.person().id(), (id, count) -> count == 1 ? null : count - 1);
  }

  private void beat() {
    Instant oldest = clock.instant().minus(LONGEST);
    open.forEach(stream -> stream.beat(oldest));
  }

  private static ProblemException tooMany() {
    return new ProblemException(
        Problem.of(
            429,
            "too-many-pages",
            "Too many open pages",
            "You have more than %d pages open. Close some of them, and reload this one."
                .formatted(MOST_OF_A_PERSON)));
  }
}
