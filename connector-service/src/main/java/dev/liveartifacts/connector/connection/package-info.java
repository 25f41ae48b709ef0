/**
 * {@code outcome of a call → ConnectionHealth → ConnectionStore}, and {@code secret → SecretBox}.
 */
@NullMarked
package dev.liveartifacts.connector.connection;

import org.jspecify.annotations.NullMarked;
