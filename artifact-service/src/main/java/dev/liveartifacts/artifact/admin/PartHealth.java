package dev.liveartifacts.artifact.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How one part is.
 *
 * @param service which one says so
 * @param details in few words of its own; null if there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PartHealth(String service, String name, boolean up, @Nullable String details) {}
