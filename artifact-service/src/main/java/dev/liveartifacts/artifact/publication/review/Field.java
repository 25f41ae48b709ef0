package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One field of a result, for its owner to look at.
 *
 * @param path names it: a JSON Pointer (RFC 6901) below {@code /structured} or {@code /text/n} in
 *     which {@code *} stands for every element of a list, and {@code ~2} for a key that is a star
 * @param type {@code text}, {@code number}, {@code yes/no}, {@code empty}, or several of them
 * @param sample its first value, cut; null if it has none
 * @param filled how many of its places hold a value, from 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Field(String path, String type, @Nullable String sample, double filled) {}
