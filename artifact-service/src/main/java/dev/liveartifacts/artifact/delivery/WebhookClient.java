package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import dev.liveartifacts.artifact.upstream.ServiceToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks by way of connector-service, which alone talks to the outside: it keeps the secrets,
 * signs, and looks where it is sent.
 */
@Singleton
public class WebhookClient {
  private static final String AWAY = "The connector service does not answer right now.";

  private final ServiceClient client;
  private final ServiceToken token;

  WebhookClient(ServiceClient client, ServiceToken token) {
    this.client = client;
    this.token = token;
  }

  /** Fails with a problem if nothing may be sent to this address. */
  public Uni<Void> check(String url) {
    return send(HttpMethod.POST, "/deliveries/check", new JsonObject().put("url", url))
        .invoke(WebhookClient::accepted)
        .replaceWithVoid();
  }

  /** A new secret, which is told here once and replaces the one before. */
  public Uni<String> sign(UUID signer) {
    return send(HttpMethod.PUT, "/deliveries/signers/" + signer, null)
        .invoke(WebhookClient::accepted)
        .map(answer -> answer.body().toJsonObject().getString("secret"));
  }

  Uni<Void> forget(UUID signer) {
    return send(HttpMethod.DELETE, "/deliveries/signers/" + signer, null)
        .invoke(WebhookClient::accepted)
        .replaceWithVoid();
  }

  Uni<Attempt> post(UUID id, String url, UUID signer, String body) {
    JsonObject message =
        new JsonObject()
            .put("id", id.toString())
            .put("url", url)
            .put("signer", signer.toString())
            .put("body", body);
    return send(HttpMethod.POST, "/deliveries", message)
        .map(WebhookClient::attempt)
        .onFailure()
        .recoverWithItem(new Attempt.Later(AWAY, null));
  }

  private Uni<Answer> send(HttpMethod method, String target, @Nullable JsonObject body) {
    return token
        .get()
        .flatMap(own ->
            client.send(
                Service.CONNECTOR, method, target, own, body == null ? null : body.toBuffer()));
  }

  private static void accepted(Answer answer) throws ProblemException {
    if (!answer.good()) {
      throw answer.status() == 400
          ? Problems.badRequest(detail(answer))
          : Problems.unavailable(AWAY + " Try again in a moment.");
    }
  }

  private static Attempt attempt(Answer answer) {
    if (!answer.good()) {
      return answer.status() == 404
          ? new Attempt.Never("Its signing secret is gone. Make a new one.")
          : new Attempt.Later(AWAY, null);
    }
    JsonObject told = answer.body().toJsonObject();
    String reason = told.getString("reason", "The server did not accept the message.");
    return switch (told.getString("outcome", "")) {
      case "accepted" -> new Attempt.Delivered();
      case "gone" -> new Attempt.Never(reason);
      default -> new Attempt.Later(reason, asked(told.getInteger("retryAfterSeconds")));
    };
  }

  private static @Nullable Duration asked(@Nullable Integer seconds) {
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static String detail(Answer answer) {
    String fallback = "Nothing can be sent to this address.";
    try {
      return new JsonObject(answer.body()).getString("detail", fallback);
    } catch (DecodeException | ClassCastException unreadable) {
      return fallback;
    }
  }
}
