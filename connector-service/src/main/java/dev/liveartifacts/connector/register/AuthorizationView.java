package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.authorization.Registration;
import java.util.List;

/**
 * Who issues tokens for a connector, as it was found when last looked.
 *
 * @param registration how this application is known there
 * @param scopes what a sign-in asks for
 */
public record AuthorizationView(String issuer, Registration registration, List<String> scopes) {
  public AuthorizationView {
    scopes = List.copyOf(scopes);
  }
}
