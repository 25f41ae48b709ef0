/** {@code LocalSystem → Supervisor → Part → process, PidFiles}. */
@NullMarked
package dev.liveartifacts.local.system;

import org.jspecify.annotations.NullMarked;
