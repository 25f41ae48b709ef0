package dev.liveartifacts.artifact.mapping;

import org.jspecify.annotations.Nullable;

/**
 * A tool that a page asks for.
 *
 * @param mapping what it probably means; null if nobody can tell
 */
public record RequestedTool(ToolName name, @Nullable Mapping mapping) {}
