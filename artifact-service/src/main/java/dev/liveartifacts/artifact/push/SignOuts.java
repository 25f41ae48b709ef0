package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.artifact.session.SessionStore;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Hangs up on browsers whose session has ended, here or elsewhere, and says why. */
@Singleton
class SignOuts {
  private static final Logger LOG = Logger.getLogger(SignOuts.class);

  private final EventStreams streams;
  private final OpenPages pages;
  private final SessionStore sessions;

  SignOuts(EventStreams streams, OpenPages pages, SessionStore sessions) {
    this.streams = streams;
    this.pages = pages;
    this.sessions = sessions;
  }

  void changed(@Observes Change change) {
    switch (change.kind()) {
      case PERSON -> {
        List<OpenStream> theirs = of(stream -> stream.person().id().equals(change.personId()));
        // a program comes back by itself, if its token still is one
        theirs.stream().filter(stream -> stream.session() == null).forEach(OpenStream::end);
        check(theirs);
      }
      case UNKNOWN -> check(of(stream -> true));
      case ACCESS, VERSION, TOOLS, STORAGE, REFRESHED -> {}
    }
  }

  private List<OpenStream> of(Predicate<OpenStream> whose) {
    return streams.open().filter(whose).toList();
  }

  private void check(List<OpenStream> open) {
    List<UUID> ids =
        open.stream().map(OpenStream::session).flatMap(Stream::ofNullable).distinct().toList();
    sessions
        .live(ids)
        .subscribe()
        .with(
            live -> open.stream().filter(stream -> ended(stream, live)).forEach(pages::signedOut),
            failure -> {
              LOG.warnf("Sessions of open pages could not be checked: %s", failure.getMessage());
              open.stream().filter(stream -> stream.session() != null).forEach(OpenStream::end);
            });
  }

  private static boolean ended(OpenStream stream, Set<UUID> live) {
    UUID session = stream.session();
    return session != null && !live.contains(session);
  }
}
