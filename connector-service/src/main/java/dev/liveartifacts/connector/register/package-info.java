/**
 * {@code HTTP → ConnectorResource → Registry → ConnectorStore}, read again through {@code
 * ConnectorCache}.
 */
@NullMarked
package dev.liveartifacts.connector.register;

import org.jspecify.annotations.NullMarked;
