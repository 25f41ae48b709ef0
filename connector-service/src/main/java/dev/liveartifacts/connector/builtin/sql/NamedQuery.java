package dev.liveartifacts.connector.builtin.sql;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that an administrator wrote down, which pages may ask by its name. */
public record NamedQuery(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,59}", message = "is lower-case letters, digits and _") String name,
    @Size(max = 1000) @Nullable String description,
    @NotBlank @Size(max = 20_000) String sql,
    @Size(max = 20) @Nullable List<@Valid @NotNull Parameter> parameters) {
  List<Parameter> asked() {
    return parameters == null ? List.of() : parameters;
  }
}
