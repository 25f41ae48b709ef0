/** {@code Kafka, change → OpenPages → EventStreams → EventsResource → browser}. */
@NullMarked
package dev.liveartifacts.artifact.push;

import org.jspecify.annotations.NullMarked;
