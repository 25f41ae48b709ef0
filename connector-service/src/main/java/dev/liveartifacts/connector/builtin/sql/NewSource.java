package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.register.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody enters to add a database. The password never comes back out. */
public record NewSource(
    @NotBlank @Size(max = 80) String name,
    @NotNull Scope scope,
    @NotBlank @Size(max = 253) String host,
    @Min(1) @Max(65535) @Nullable Integer port,
    @NotBlank @Size(max = 63) String database,
    @NotBlank @Size(max = 63) String user,
    @NotNull @Size(max = 1000) String password,
    @NotNull Mode mode,
    @Size(max = 100) @Nullable List<@Valid @NotNull NamedQuery> queries) {
  Source source() {
    List<NamedQuery> asked = queries == null ? List.of() : queries;
    return new Source(
        1, host.strip(), port == null ? 5432 : port, database, user, mode, asked, false);
  }

  @Override
  public String toString() {
    return "NewSource[" + name + "]";
  }
}
