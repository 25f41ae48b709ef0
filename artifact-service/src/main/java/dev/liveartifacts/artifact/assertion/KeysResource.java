package dev.liveartifacts.artifact.assertion;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The keys by which the other services check what this one says about people (RFC 7517). */
@Path("/keys/people.json")
class KeysResource {
  private final AssertionKeyStore keys;

  KeysResource(AssertionKeyStore keys) {
    this.keys = keys;
  }

  /** A JSON Web Key set. */
  record KeySet(@JsonRawValue String keys) {}

  @GET
  @Operation(hidden = true)
  @PermitAll
  public Uni<KeySet> keys() {
    return keys.all().map(all -> new KeySet("[" + String.join(",", all) + "]"));
  }
}
