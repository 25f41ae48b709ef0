/** {@code terminal → Main → Up, Down, Status → LocalSystem}. */
@NullMarked
package dev.liveartifacts.local.command;

import org.jspecify.annotations.NullMarked;
