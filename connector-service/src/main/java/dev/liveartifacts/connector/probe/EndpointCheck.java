package dev.liveartifacts.connector.probe;

import dev.liveartifacts.connector.register.SignIn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An endpoint to try before it is added. The secret is used once and forgotten. */
public record EndpointCheck(
    @NotBlank @Size(max = 2000) String endpoint,
    @NotNull SignIn signIn,
    @Size(max = 8000) @Nullable String secret,
    @Size(max = 100) @Nullable String headerName) {
  @Override
  public String toString() {
    return "EndpointCheck[" + signIn + "]";
  }
}
