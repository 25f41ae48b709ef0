/** {@code exception → ProblemMappers → Problem}, as RFC 9457 has it. */
@NullMarked
package dev.liveartifacts.connector.problem;

import org.jspecify.annotations.NullMarked;
