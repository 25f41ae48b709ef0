/** {@code GET /a/{id} → OpeningRoute → Entrances → AppDocument → browser}. */
@NullMarked
package dev.liveartifacts.artifact.opening;

import org.jspecify.annotations.NullMarked;
