package dev.liveartifacts.connector.delivery;

import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.GuardedHttp;
import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.egress.WebRequest;
import dev.liveartifacts.connector.work.Turnstile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Posts signed messages to addresses that people named: past the egress guard, without following
 * redirects, within ten seconds, a few at a time.
 */
@ApplicationScoped
public class WebhookClient {
  private static final Duration DEADLINE = Duration.ofSeconds(10);
  private static final int LARGEST_ANSWER = 64 * 1024;
  private static final int AT_ONCE = 16;
  private static final int WAITING = 64;

  private final Outgoing web;
  private final Clock clock;
  private final Turnstile turnstile = new Turnstile(AT_ONCE, WAITING);

  public WebhookClient(Vertx vertx, EgressGuard guard, Clock clock) {
    this.web = new GuardedHttp(vertx, guard, DEADLINE, LARGEST_ANSWER);
    this.clock = clock;
  }

  /** One attempt; never fails. */
  Uni<DeliveryAnswer> post(URI address, String secret, String id, String body) {
    return turnstile
        .pass(() -> web.send(request(address, secret, id, body)))
        .map(DeliveryAnswer::of)
        .onFailure(WebFailure.class)
        .recoverWithItem(failure -> DeliveryAnswer.unanswered(((WebFailure) failure).reason()))
        .onFailure(Turnstile.Full.class)
        .recoverWithItem(DeliveryAnswer.BUSY);
  }

  private WebRequest request(URI address, String secret, String id, String body) {
    Map<String, String> headers =
        new HashMap<>(WebhookSignature.headers(secret, id, clock.instant(), body));
    headers.put("Content-Type", "application/json");
    headers.put("User-Agent", "Live-Artifacts");
    return new WebRequest("POST", address, headers, body.getBytes(StandardCharsets.UTF_8));
  }
}
