package dev.liveartifacts.connector.signin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A person's own token or key for a connector. */
public record EnteredSecret(@NotBlank @Size(max = 8000) String secret) {
  @Override
  public String toString() {
    return "EnteredSecret";
  }
}
