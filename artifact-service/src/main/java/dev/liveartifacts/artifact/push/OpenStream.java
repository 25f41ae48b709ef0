package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The line to one browser, which may look at several artifacts through it. Two are never equal.
 * Thread-safe.
 */
final class OpenStream {
  private final Person person;
  private final @Nullable UUID session;
  private final boolean many;
  private final Instant since;
  private final MultiEmitter<? super PageEvent> line;

  /**
   * @param session in which it was opened; null if a program did, with a token
   * @param many true if each event says which artifact it is about
   */
  OpenStream(
      Person person,
      @Nullable UUID session,
      boolean many,
      Instant since,
      MultiEmitter<? super PageEvent> line) {
    this.person = person;
    this.session = session;
    this.many = many;
    this.since = since;
    this.line = line;
  }

  Person person() {
    return person;
  }

  @Nullable UUID session() {
    return session;
  }

  void tell(UUID artifactId, PageEvent event) {
    line.emit(many ? event.of(artifactId) : event);
  }

  /** They may not look at it any more. */
  void revoke(UUID artifactId) {
    tell(artifactId, PageEvent.REVOKED);
    if (!many) {
      end();
    }
  }

  /** Ends it if it has lasted: the browser comes back by itself, and is signed in or not. */
  void beat(Instant oldest) {
    line.emit(since.isBefore(oldest) ? PageEvent.END : PageEvent.HEARTBEAT);
  }

  void end() {
    line.emit(PageEvent.END);
  }
}
