/**
 * {@code HTTP → DriftResource → Drifts → DriftStore, ShapesClient}: data that is not what the page
 * knew.
 */
@NullMarked
package dev.liveartifacts.artifact.drift;

import org.jspecify.annotations.NullMarked;
