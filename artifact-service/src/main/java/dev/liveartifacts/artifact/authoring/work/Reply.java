package dev.liveartifacts.artifact.authoring.work;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a person says to a question.
 *
 * @param number of the question
 */
public record Reply(int number, @NotBlank @Size(max = 8_000) String text) {}
