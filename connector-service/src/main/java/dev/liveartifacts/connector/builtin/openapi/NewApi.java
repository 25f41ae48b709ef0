package dev.liveartifacts.connector.builtin.openapi;

import dev.liveartifacts.connector.register.Scope;
import dev.liveartifacts.connector.register.SignIn;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What somebody enters to add a service by its OpenAPI document. The secret never comes back out.
 *
 * @param baseUrl where the operations are; without it, where the document says
 */
public record NewApi(
    @NotBlank @Size(max = 80) String name,
    @NotNull Scope scope,
    @NotBlank @Size(max = 2000) String documentUrl,
    @Size(max = 2000) @Nullable String baseUrl,
    @NotNull SignIn signIn,
    @Size(max = 8000) @Nullable String secret,
    @Size(max = 100) @Nullable String headerName) {
  @Override
  public String toString() {
    return "NewApi[" + name + "]";
  }
}
