package dev.liveartifacts.artifact.mapping;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool that a page asks for, before the page is saved.
 *
 * @param tool what the connector probably calls it
 * @param guess which connector's tool is probably meant
 * @param flagged why it cannot be any tool, in a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Found(
    String name,
    String tool,
    @Nullable Target guess,
    List<Target> candidates,
    @Nullable String flagged) {

  static Found of(ToolName name, ToolGuess guess) {
    return new Found(
        name.text(),
        name.tool(),
        guess.guess(name).map(Target::of).orElse(null),
        guess.candidates(name).stream().map(Target::of).toList(),
        flagged(name));
  }

  private static @Nullable String flagged(ToolName name) {
    if (name.valid()) {
      return null;
    }
    return name.text().matches("(?s).*[<>{}$%\\[\\]].*")
        ? "This is a placeholder that nobody has filled in. The page is kept; it cannot call this."
        : "This is not a tool's name. The page is kept; it cannot call this.";
  }

  /** A connector's tool. */
  public record Target(UUID connectorId, String connectorName, String tool, boolean readOnly) {
    static Target of(Mapping mapping) {
      return new Target(
          mapping.connectorId(), mapping.connectorName(), mapping.tool(), mapping.readOnly());
    }
  }
}
