package dev.liveartifacts.artifact.apitoken;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** My tokens for programs. */
@Path("/api/tokens")
class TokensResource {
  private final CurrentPerson current;
  private final ApiTokenStore store;
  private final TokenConfig config;
  private final Clock clock;

  TokensResource(CurrentPerson current, ApiTokenStore store, TokenConfig config, Clock clock) {
    this.current = current;
    this.store = store;
    this.config = config;
    this.clock = clock;
  }

  /**
   * A token that was just made.
   *
   * @param secret the token itself, shown this once
   */
  record Made(@JsonUnwrapped ApiToken token, String secret) {}

  @GET
  public Uni<List<ApiToken>> list() {
    return store.of(current.get().id());
  }

  @POST
  @ResponseStatus(201)
  public Uni<Made> make(@NotNull @Valid TokenRequest request) {
    ApiToken token = request.token(current.get().id(), clock.instant(), config.longest());
    Secret secret = Secret.random();
    return store.make(secret, token).replaceWith(new Made(token, TokenText.of(secret)));
  }

  @DELETE
  @Path("/{tokenId}")
  public Uni<Void> revoke(@RestPath UUID tokenId) {
    return store
        .end(current.get().id(), tokenId)
        .invoke(TokensResource::oneOrNotFound)
        .replaceWithVoid();
  }

  private static void oneOrNotFound(boolean revoked) {
    if (!revoked) {
      throw Problems.notFound("token");
    }
  }
}
