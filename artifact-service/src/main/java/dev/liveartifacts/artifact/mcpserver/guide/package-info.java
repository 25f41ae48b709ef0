/** {@code McpRoute → *Source, *Prompt → guides, artifacts}: what a model reads before it writes. */
@NullMarked
package dev.liveartifacts.artifact.mcpserver.guide;

import org.jspecify.annotations.NullMarked;
