package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.UUID;

/**
 * A connector of the person, as connector-service lists it.
 *
 * @param state {@code connected}, {@code needs_sign_in}, {@code failing} or {@code revoked}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Source(UUID id, String slug, String name, String state) {
  public boolean connected() {
    return state.equals("connected");
  }
}
