/** {@code HTTP → ChangesResource → Comparisons → RowKey → Difference}: what changed in the data. */
@NullMarked
package dev.liveartifacts.artifact.comparison;

import org.jspecify.annotations.NullMarked;
