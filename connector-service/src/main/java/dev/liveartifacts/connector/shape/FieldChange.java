package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One difference between two shapes.
 *
 * @param path the field; of a renamed one its old path
 * @param was its type before
 * @param is its type now; of a renamed one its new path
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldChange(Change kind, String path, @Nullable String was, @Nullable String is) {
  /** What happened to a field. */
  public enum Change {
    @JsonProperty("gone")
    GONE,
    @JsonProperty("new")
    NEW,
    @JsonProperty("retyped")
    RETYPED,
    /** Probably: a field is gone, and a new one has its type and a near name or near values. */
    @JsonProperty("renamed")
    RENAMED
  }
}
