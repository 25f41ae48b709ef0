/** {@code HTTP → GatewayRoute → Forward → connector-service, scheduler-service}. */
@NullMarked
package dev.liveartifacts.artifact.gateway;

import org.jspecify.annotations.NullMarked;
