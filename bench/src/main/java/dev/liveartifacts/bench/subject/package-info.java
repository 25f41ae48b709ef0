/** {@code LocalSystem → ArtifactPage, McpServer → Target}: the ways to one and the same tool. */
@NullMarked
package dev.liveartifacts.bench.subject;

import org.jspecify.annotations.NullMarked;
