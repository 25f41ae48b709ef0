package dev.liveartifacts.connector.builtin;

import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.GuardedHttp;
import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.egress.WebRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Fetches files from addresses that somebody named: bounded, through the egress guard at every
 * redirect. Fails with {@link WebFailure} alone.
 */
@ApplicationScoped
public class Documents {
  private static final int LARGEST = 25 * 1024 * 1024;
  private static final int MOST_REDIRECTS = 5;
  private static final Duration DEADLINE = Duration.ofSeconds(25);

  private final Outgoing http;

  public Documents(Vertx vertx, EgressGuard guard) {
    this.http = new GuardedHttp(vertx, guard, DEADLINE, LARGEST);
  }

  /**
   * @param conditions headers that tell what is known already ({@code If-None-Match})
   */
  public Uni<WebAnswer> get(URI address, Map<String, String> conditions) {
    Map<String, String> headers = new HashMap<>(conditions);
    headers.put("Accept", "*/*");
    headers.put("User-Agent", "LiveArtifacts");
    return get(address, headers, MOST_REDIRECTS);
  }

  private Uni<WebAnswer> get(URI address, Map<String, String> headers, int redirects) {
    return http.send(new WebRequest("GET", address, headers, new byte[0]))
        .chain(answer ->
            answer
                .redirect()
                .filter(location -> answer.status() != 304)
                .map(location -> follow(address, location, headers, redirects))
                .orElseGet(() -> Uni.createFrom().item(answer)));
  }

  private Uni<WebAnswer> follow(
      URI from, String location, Map<String, String> headers, int redirects) {
    URI to;
    try {
      to = from.resolve(location);
    } catch (IllegalArgumentException e) {
      return failed("redirects to what is no address");
    }
    boolean downgraded = "https".equals(from.getScheme()) && !"https".equals(to.getScheme());
    return redirects == 0 || downgraded
        ? failed("redirects where it should not")
        : get(to, headers, redirects - 1);
  }

  private static Uni<WebAnswer> failed(String reason) {
    return Uni.createFrom().failure(new WebFailure(reason));
  }
}
