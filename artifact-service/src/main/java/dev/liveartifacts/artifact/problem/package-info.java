/** {@code exception → ProblemMapper → application/problem+json}. */
@NullMarked
package dev.liveartifacts.artifact.problem;

import org.jspecify.annotations.NullMarked;
