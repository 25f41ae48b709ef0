/** {@code Part → ServerProcess → operating system}. */
@NullMarked
package dev.liveartifacts.infra.process;

import org.jspecify.annotations.NullMarked;
