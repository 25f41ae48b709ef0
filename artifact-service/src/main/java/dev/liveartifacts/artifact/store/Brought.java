package dev.liveartifacts.artifact.store;

import dev.liveartifacts.artifact.mapping.Choice;
import java.util.List;

/**
 * A page that somebody brings.
 *
 * @param choices which connectors it means; what is not said is guessed
 * @param asked tools that it asks for beside those that it names itself
 */
public record Brought(String html, List<Choice> choices, List<String> asked) {
  public Brought {
    choices = List.copyOf(choices);
    asked = List.copyOf(asked);
  }
}
