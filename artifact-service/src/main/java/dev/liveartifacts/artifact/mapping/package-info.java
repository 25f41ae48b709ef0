/** {@code tool's name → ConnectorsClient → ToolGuess → Mapping}: which connector a page means. */
@NullMarked
package dev.liveartifacts.artifact.mapping;

import org.jspecify.annotations.NullMarked;
