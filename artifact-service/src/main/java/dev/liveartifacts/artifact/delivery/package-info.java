/**
 * {@code whoever has something to say → DeliveryStore → DeliveryLoop → Postman → mail server,
 * connector-service → webhook}.
 */
@NullMarked
package dev.liveartifacts.artifact.delivery;

import org.jspecify.annotations.NullMarked;
