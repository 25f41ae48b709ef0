/** {@code Kafka, change → OpenPages → EventsResource → browser}. */
@NullMarked
package dev.liveartifacts.artifact.push;

import org.jspecify.annotations.NullMarked;
