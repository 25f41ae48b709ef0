/** {@code HTTP → ToolsResource → Ballot → Decision → ToolStore}. */
@NullMarked
package dev.liveartifacts.artifact.grant;

import org.jspecify.annotations.NullMarked;
