package dev.liveartifacts.artifact.mcpserver;

import io.smallrye.mutiny.Uni;

/** Something that an MCP client can have done here. */
public interface Tool {
  /** What it is called, what it takes, and what it does. */
  ToolCard card();

  /** Does it, for a person whose arguments have the form that the card says. */
  Uni<? extends Outcome> call(Ask ask);
}
