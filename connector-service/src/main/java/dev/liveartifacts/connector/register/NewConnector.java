package dev.liveartifacts.connector.register;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody enters to add a connector. The secret never comes back out. */
public record NewConnector(
    @NotBlank @Size(max = 80) String name,
    @NotBlank @Size(max = 2000) String endpoint,
    @NotNull Scope scope,
    @NotNull SignIn signIn,
    @Size(max = 8000) @Nullable String secret,
    @Size(max = 100) @Nullable String headerName,
    @Nullable ConnectionScope connectionScope) {
  @Override
  public String toString() {
    return "NewConnector[" + name + "]";
  }
}
