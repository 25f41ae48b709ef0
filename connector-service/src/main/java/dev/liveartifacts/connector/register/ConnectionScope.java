package dev.liveartifacts.connector.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Whose connection a connector is reached with. */
public enum ConnectionScope {
  /** Everybody signs in for themselves. */
  @JsonProperty("person")
  PERSON,
  /** One sign-in serves the whole workspace. */
  @JsonProperty("workspace")
  WORKSPACE;

  /** What is meant where nobody says: people sign in for themselves, a key serves everybody. */
  static ConnectionScope of(@Nullable ConnectionScope wanted, Scope scope, SignIn signIn) {
    if (scope == Scope.PERSONAL) {
      return PERSON;
    }
    if (signIn == SignIn.NONE) {
      return WORKSPACE;
    }
    if (wanted != null) {
      return wanted;
    }
    return signIn == SignIn.OAUTH ? PERSON : WORKSPACE;
  }
}
