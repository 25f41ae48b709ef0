package dev.liveartifacts.connector.register;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a connector that is part of this service is registered with.
 *
 * @param endpoint made of the connector's id
 * @param keep stores what the connector is made of, in the same transaction
 */
public record BuiltInTerms(
    String name,
    Scope scope,
    SignIn signIn,
    @Nullable String secret,
    @Nullable String headerName,
    Function<UUID, URI> endpoint,
    Function<UUID, Uni<Void>> keep) {
  NewConnector asNew() {
    return new NewConnector(name, "", scope, signIn, secret, headerName, null);
  }

  @Override
  public String toString() {
    return "BuiltInTerms[" + name + "]";
  }
}
