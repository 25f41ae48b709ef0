package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.UUID;

/** Someone who is looking at an artifact right now, and the line to them. */
record OpenPage(UUID artifactId, Person person, MultiEmitter<? super PageEvent> line) {
  void tell(PageEvent event) {
    line.emit(event);
  }

  void close() {
    line.emit(PageEvent.REVOKED);
    line.emit(PageEvent.END);
  }
}
