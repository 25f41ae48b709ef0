package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.SignInAttempt;
import java.util.UUID;

/**
 * Somebody who was sent to a sign-in server for a connector.
 *
 * @param endpoint the connector's at that time; tokens for another are not taken
 */
record PendingSignIn(UUID connectorId, String endpoint, SignInAttempt attempt) {}
