package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.connection.Holder;
import dev.liveartifacts.connector.person.Person;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An external system that can be reached.
 *
 * @param ownerId the person whose it is; null if the workspace's
 * @param headerName where the key goes, for {@link SignIn#HEADER}
 * @param ttlSeconds how long its results are fresh unless the server says; null if the service's
 *     own setting holds
 * @param authorization what is known of its sign-in server, for {@link SignIn#OAUTH}
 */
public record Connector(
    UUID id,
    String slug,
    String name,
    URI endpoint,
    @Nullable String ownerId,
    SignIn signIn,
    @Nullable String headerName,
    @Nullable Integer ttlSeconds,
    ConnectionScope connectionScope,
    @Nullable AuthorizationView authorization) {
  public Scope scope() {
    return ownerId == null ? Scope.WORKSPACE : Scope.PERSONAL;
  }

  public boolean isOf(String personId) {
    return personId.equals(ownerId);
  }

  public boolean isUsableBy(String personId) {
    return ownerId == null || isOf(personId);
  }

  /** Whose connection a person uses to reach it. */
  public Holder holder(String personId) {
    return new Holder(
        id, connectionScope == ConnectionScope.PERSON ? personId : null, signIn == SignIn.NONE);
  }

  /** True for whoever may sign in, and out, for all who use the same connection. */
  public boolean isSignedInBy(Person person) {
    return connectionScope == ConnectionScope.PERSON
        ? isUsableBy(person.id())
        : isChangeableBy(person);
  }

  public boolean isChangeableBy(Person person) {
    return ownerId == null ? person.admin() : isOf(person.id());
  }
}
