package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** A tool as Claude is told of it. */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Offered(
    String name,
    @Nullable String title,
    @Nullable String description,
    boolean readOnly,
    @Nullable String policy,
    @Nullable JsonNode inputSchema) {
  String words() {
    return title == null || title.isBlank() ? name.replace('_', ' ') : title;
  }
}
