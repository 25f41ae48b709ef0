package dev.liveartifacts.artifact.authoring.journal;

import org.jspecify.annotations.Nullable;

/**
 * What whoever works on a page hears from outside.
 *
 * @param verification what the browser that shows the page last found, as JSON
 * @param answer what the person last answered, as JSON
 * @param pass the access token that the person's browser last had, sealed
 */
public record Heard(@Nullable String verification, @Nullable String answer, @Nullable String pass) {
  public static final Heard NOTHING = new Heard(null, null, null);

  @Override
  public String toString() {
    return "Heard";
  }
}
