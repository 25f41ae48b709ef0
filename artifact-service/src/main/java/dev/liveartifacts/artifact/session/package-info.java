/**
 * {@code cookie → SessionCookie → LiveSessions → SessionStore}: who is signed in where, until it is
 * ended here, elsewhere or at the sign-in server.
 */
@NullMarked
package dev.liveartifacts.artifact.session;

import org.jspecify.annotations.NullMarked;
