package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.person.Person;
import java.util.UUID;

/** Someone who is looking at an artifact right now, and the line to them. */
record OpenPage(UUID artifactId, OpenStream stream) {
  Person person() {
    return stream.person();
  }

  void tell(PageEvent event) {
    stream.tell(artifactId, event);
  }

  void revoke() {
    stream.revoke(artifactId);
  }
}
