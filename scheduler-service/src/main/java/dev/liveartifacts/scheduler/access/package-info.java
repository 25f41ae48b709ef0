/** {@code access token → Caller}. */
@NullMarked
package dev.liveartifacts.scheduler.access;

import org.jspecify.annotations.NullMarked;
