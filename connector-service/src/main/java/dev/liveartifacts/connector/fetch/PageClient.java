package dev.liveartifacts.connector.fetch;

import dev.liveartifacts.connector.egress.Destination;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.egress.HostNotFound;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.work.Turnstile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

/**
 * Gets web pages from checked addresses: without credentials, HTML alone, at most 16 MiB, within
 * fifteen seconds. Redirects are checked like the first address. Failures are problems in a
 * person's words.
 */
@ApplicationScoped
public class PageClient {
  static final int LIMIT = 16 * 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(15);
  private static final int CONNECT_MILLIS = 5_000;
  private static final int MOST_REDIRECTS = 3;
  private static final int AT_ONCE = 4;
  private static final int WAITING = 16;

  private final EgressGuard guard;
  private final HttpClient http;
  private final Turnstile turnstile = new Turnstile(AT_ONCE, WAITING);

  public PageClient(Vertx vertx, EgressGuard guard) {
    this.guard = guard;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setForceSni(true)
                .setKeepAlive(false)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE));
  }

  Uni<Buffer> get(URI address) {
    return turnstile
        .pass(() -> get(address, MOST_REDIRECTS))
        .ifNoItem()
        .after(DEADLINE)
        .failWith(() -> ProblemException.conflict("The page did not come within 15 seconds."))
        .onFailure(Turnstile.Full.class)
        .transform(
            full -> ProblemException.conflict("Too many pages are being fetched. Try again."));
  }

  private Uni<Buffer> get(URI address, int redirects) {
    return guard
        .check(address)
        .chain(destination -> fetch(destination))
        .onFailure()
        .transform(PageClient::named)
        .chain(fetched -> follow(address, fetched, redirects));
  }

  private Uni<Fetched> fetch(Destination destination) {
    return Uni.createFrom()
        .emitter(emitter -> {
          PageRequest request = new PageRequest(emitter, LIMIT);
          emitter.onTermination(request::hangUp);
          http.request(options(destination)).onComplete(request::send, emitter::fail);
        });
  }

  private Uni<Buffer> follow(URI from, Fetched fetched, int redirects) {
    return switch (fetched) {
      case Fetched.Page(Buffer html) -> Uni.createFrom().item(html);
      case Fetched.Moved(String location) when redirects > 0 ->
          get(target(from, location), redirects - 1);
      case Fetched.Moved moved ->
          Uni.createFrom().failure(ProblemException.conflict("The address leads on and on."));
    };
  }

  private static URI target(URI from, String location) {
    try {
      URI target = from.resolve(location);
      boolean downgrade =
          "https".equalsIgnoreCase(from.getScheme())
              && !"https".equalsIgnoreCase(target.getScheme());
      if (downgrade) {
        throw ProblemException.conflict("The address leads to one that is not encrypted.");
      }
      return target;
    } catch (IllegalArgumentException broken) {
      throw ProblemException.conflict("The address leads nowhere.");
    }
  }

  private static RequestOptions options(Destination destination) {
    return new RequestOptions()
        .setMethod(HttpMethod.GET)
        .setServer(
            SocketAddress.inetSocketAddress(
                new InetSocketAddress(destination.addresses().getFirst(), destination.port())))
        .setHost(destination.host())
        .setPort(destination.port())
        .setSsl(destination.tls())
        .setFollowRedirects(false)
        .setURI(destination.target())
        .putHeader("Accept", "text/html, application/xhtml+xml")
        .putHeader("Accept-Encoding", "identity");
  }

  private static Throwable named(Throwable failure) {
    return switch (failure) {
      case ProblemException problem -> problem;
      case EgressRefused refused -> ProblemException.invalid(refused.reason());
      case HostNotFound unknown -> ProblemException.conflict("There is no server of that name.");
      default -> ProblemException.conflict("There is no server that answers at this address.");
    };
  }
}
