package dev.liveartifacts.artifact.authoring.journal;

import org.jspecify.annotations.Nullable;

/**
 * What whoever works on a page hears from outside, each as JSON.
 *
 * @param verification what the browser that shows the page last found
 * @param answer what the person last answered
 */
public record Heard(@Nullable String verification, @Nullable String answer) {}
