/**
 * {@code HTTP → DeliveryResource → SignerStore → WebhookSignature → WebhookClient → somebody's
 * server}.
 */
@NullMarked
package dev.liveartifacts.connector.delivery;

import org.jspecify.annotations.NullMarked;
