package dev.liveartifacts.artifact.publication.open;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A public link that works.
 *
 * @param password bcrypt; null: visitors are asked for none
 * @param key signs what its visitors carry
 * @param sites web origins that may frame it
 * @param page SHA-256 of the page's text
 */
record Link(
    UUID id,
    UUID artifactId,
    String title,
    @Nullable String password,
    Buffer key,
    List<String> sites,
    Buffer page) {
  Link {
    sites = List.copyOf(sites);
  }

  Seal seal() {
    return new Seal(key.getBytes());
  }
}
