/** {@code Kafka → KafkaMain → broker and controller in one process}. */
@NullMarked
package dev.liveartifacts.infra.kafka;

import org.jspecify.annotations.NullMarked;
