/** {@code *Consumer → ParkedEventStore}: events that nobody can work with, and why. */
@NullMarked
package dev.liveartifacts.artifact.parking;

import org.jspecify.annotations.NullMarked;
