package dev.liveartifacts.artifact.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A library that a page loads.
 *
 * @param address as the page writes it
 * @param servedAs the file of ours that stands in for it; null if there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Served(String address, @Nullable String servedAs) {}
