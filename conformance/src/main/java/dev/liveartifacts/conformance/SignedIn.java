package dev.liveartifacts.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.connector.authorization.Application;
import dev.liveartifacts.connector.authorization.Callback;
import dev.liveartifacts.connector.authorization.Challenge;
import dev.liveartifacts.connector.authorization.OAuthClient;
import dev.liveartifacts.connector.authorization.Registration;
import dev.liveartifacts.connector.authorization.SignInAttempt;
import dev.liveartifacts.connector.authorization.SignInFlow;
import dev.liveartifacts.connector.authorization.TokenClient;
import dev.liveartifacts.connector.authorization.TokenSet;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.GuardedHttp;
import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebRequest;
import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.mcp.wire.Credential;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One errand's connection: signs in with the service's own flow when the server asks for it, as a
 * person does who consents at once, and begins a new connection with each sign-in.
 */
final class SignedIn {
  private static final Application APPLICATION =
      new Application(
          "Live Artifacts",
          URI.create("http://localhost:8080/api/connectors/signin/callback"),
          URI.create("https://conformance-test.local/client-metadata.json"));

  private static final int MOST_SIGN_INS = 3;

  private final URI endpoint;
  private final UUID connectionId = UUID.randomUUID();
  private final Outgoing web;
  private final SignInFlow flow;
  private final TokenClient tokens;
  private final Map<String, OAuthClient> clients = new HashMap<>();
  private @Nullable TokenSet held;
  private int generation = 1;

  SignedIn(Vertx vertx, EgressGuard guard, Errand errand) {
    this.endpoint = errand.endpoint();
    this.web = new GuardedHttp(vertx, guard, Duration.ofSeconds(10), 256 * 1024);
    this.flow = new SignInFlow(web, guard, APPLICATION);
    this.tokens = new TokenClient(web, Clock.systemUTC(), Duration.ofSeconds(60));
    entered(errand.context()).ifPresent(client -> clients.put(client.issuer(), client));
  }

  McpTarget target() {
    Credential credential =
        held == null ? null : new Credential("Authorization", "Bearer " + held.accessToken());
    return new McpTarget(connectionId, generation, endpoint, credential);
  }

  <T> Uni<T> ask(Function<McpTarget, Uni<T>> work) {
    return ask(work, MOST_SIGN_INS);
  }

  private <T> Uni<T> ask(Function<McpTarget, Uni<T>> work, int signInsLeft) {
    return Uni.createFrom()
        .deferred(() -> work.apply(target()))
        .onFailure(failure -> signInsLeft > 0 && wantsSignIn(failure))
        .recoverWithUni(failure ->
            signIn(challenge((McpException) failure)).chain(() -> ask(work, signInsLeft - 1)));
  }

  private boolean wantsSignIn(Throwable failure) {
    return failure instanceof McpException e
        && (e.failure() instanceof McpFailure.Unauthorized || isWider(e));
  }

  private static Challenge challenge(McpException refusal) {
    return switch (refusal.failure()) {
      case McpFailure.Unauthorized(String header) -> Challenge.of(header);
      case McpFailure.Forbidden(String header) -> Challenge.of(header);
      default -> Challenge.NONE;
    };
  }

  /** What the service calls a step up: scopes are missing that were never asked for. */
  private boolean isWider(McpException refusal) {
    Challenge challenge = challenge(refusal);
    return held != null && challenge.wantsMoreScope() && !held.missing(challenge.scope()).isEmpty();
  }

  private Uni<Void> signIn(Challenge challenge) {
    List<String> before = held == null ? List.of() : new ArrayList<>(held.scopes());
    return flow.discover(endpoint, challenge)
        .chain(found ->
            flow.client(found, Optional.ofNullable(clients.get(found.issuer())))
                .invoke(client -> clients.put(client.issuer(), client))
                .map(client -> flow.attempt(found, client, before)))
        .chain(attempt -> consent(attempt).chain(answer -> tokens.redeem(attempt, answer)))
        .invoke(this::hold)
        .replaceWithVoid();
  }

  private void hold(TokenSet set) {
    held = set;
    generation++;
  }

  private Uni<Callback> consent(SignInAttempt attempt) {
    return web.send(WebRequest.get(attempt.location()))
        .map(answer -> callback(answer.redirect().orElseThrow()));
  }

  private static Callback callback(String location) {
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(location).getRawQuery().split("&", -1)) {
      String[] both = pair.split("=", 2);
      query.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
    }
    return new Callback(
        query.get("code"),
        query.get("state"),
        query.get("iss"),
        query.get("error"),
        query.get("error_description"));
  }

  /** The client that a scenario tells beforehand. */
  private static Optional<OAuthClient> entered(JsonNode context) {
    return context.path("issuer").isTextual() && context.path("client_id").isTextual()
        ? Optional.of(
            new OAuthClient(
                context.path("issuer").asText(),
                context.path("client_id").asText(),
                context.path("client_secret").asText(),
                "client_secret_basic",
                Registration.CONFIGURED))
        : Optional.empty();
  }
}
