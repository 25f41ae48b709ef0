package dev.liveartifacts.connector.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A client that somebody registered at a connector's sign-in server. */
public record EnteredClient(
    @NotBlank @Size(max = 500) String clientId, @Size(max = 2000) @Nullable String clientSecret) {
  @Override
  public String toString() {
    return "EnteredClient";
  }
}
