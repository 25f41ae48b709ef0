package dev.liveartifacts.connector.register;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What somebody changes about a connector; null stays as it is. */
public record ConnectorChange(
    @Size(min = 1, max = 80) @Nullable String name,
    @Size(min = 1, max = 2000) @Nullable String endpoint,
    @Nullable SignIn signIn,
    @Size(max = 8000) @Nullable String secret,
    @Size(max = 100) @Nullable String headerName,
    @Min(0) @Max(86_400) @Nullable Integer ttlSeconds,
    @Nullable ConnectionScope connectionScope) {
  @Override
  public String toString() {
    return "ConnectorChange[" + name + "]";
  }
}
