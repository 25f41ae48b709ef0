package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a named query, which stands in its SQL as {@code :name}.
 *
 * @param required false lets it be null
 */
public record Parameter(
    @NotNull @Pattern(regexp = "[a-z][a-z0-9_]{0,39}", message = "is lower-case letters, digits and _") String name,
    @NotNull Type type,
    @Size(max = 500) @Nullable String description,
    boolean required) {
  /** What a parameter is to the page, and to PostgreSQL. */
  public enum Type {
    @JsonProperty("text")
    TEXT("string", "text"),
    @JsonProperty("integer")
    INTEGER("integer", "bigint"),
    @JsonProperty("number")
    NUMBER("number", "numeric"),
    @JsonProperty("boolean")
    BOOLEAN("boolean", "boolean"),
    @JsonProperty("date")
    DATE("string", "date"),
    @JsonProperty("timestamp")
    TIMESTAMP("string", "timestamptz"),
    @JsonProperty("uuid")
    UUID("string", "uuid");

    private final String json;
    private final String sql;

    Type(String json, String sql) {
      this.json = json;
      this.sql = sql;
    }

    String json() {
      return json;
    }

    String sql() {
      return sql;
    }
  }
}
