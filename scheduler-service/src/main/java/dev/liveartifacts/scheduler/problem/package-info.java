/** {@code Refusal, framework errors → ProblemMappers → application/problem+json} (RFC 9457). */
@NullMarked
package dev.liveartifacts.scheduler.problem;

import org.jspecify.annotations.NullMarked;
