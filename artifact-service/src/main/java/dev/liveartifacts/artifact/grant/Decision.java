package dev.liveartifacts.artifact.grant;

import dev.liveartifacts.artifact.mapping.Mapping;
import dev.liveartifacts.artifact.mapping.ToolName;
import org.jspecify.annotations.Nullable;

/**
 * What the owner says about one tool.
 *
 * @param mapping which connector's tool is meant; null leaves it as it is
 */
record Decision(ToolName name, @Nullable Mapping mapping, boolean granted) {}
