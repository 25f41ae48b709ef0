package dev.liveartifacts.connector.egress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetSocketAddress;
import java.time.Duration;
import javax.net.ssl.SSLException;

/**
 * {@link Outgoing} over Vert.x: each request passes the egress guard and goes to the address that
 * was checked. Thread-safe.
 */
public final class GuardedHttp implements Outgoing {
  private final EgressGuard guard;
  private final Duration deadline;
  private final int limit;
  private final HttpClient http;

  /**
   * @param deadline for the whole exchange
   * @param limit of the response's body, in bytes
   */
  public GuardedHttp(Vertx vertx, EgressGuard guard, Duration deadline, int limit) {
    this.guard = guard;
    this.deadline = deadline;
    this.limit = limit;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) deadline.toMillis())
                .setForceSni(true)
                .setDecompressionSupported(false)
                // Requests carry secrets, and spans would show where.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxWaitQueueSize(200),
            new PoolOptions().setHttp1MaxSize(8));
  }

  @Override
  public Uni<WebAnswer> send(WebRequest request) {
    return guard
        .check(request.uri())
        .chain(destination -> exchange(request, destination))
        .ifNoItem()
        .after(deadline)
        .failWith(this::late)
        .onFailure(failure -> !(failure instanceof WebFailure))
        .transform(GuardedHttp::named);
  }

  private Uni<WebAnswer> exchange(WebRequest request, Destination destination) {
    return Uni.createFrom()
        .emitter(emitter -> {
          Reading reading = new Reading(limit, emitter);
          emitter.onTermination(reading::stop);
          http.request(options(request, destination))
              .onSuccess(opened -> reading.begin(opened, request))
              .onFailure(emitter::fail);
        });
  }

  private static RequestOptions options(WebRequest request, Destination destination) {
    return new RequestOptions()
        .setMethod(HttpMethod.valueOf(request.method()))
        .setServer(
            SocketAddress.inetSocketAddress(
                new InetSocketAddress(destination.addresses().getFirst(), destination.port())))
        .setHost(destination.host())
        .setPort(destination.port())
        .setSsl(destination.tls())
        .setFollowRedirects(false)
        .setURI(destination.target());
  }

  private WebFailure late() {
    return new WebFailure("did not answer within " + deadline.toSeconds() + " seconds");
  }

  private static WebFailure named(Throwable failure) {
    return switch (failure) {
      case EgressRefused refused -> new WebFailure("cannot be asked. " + refused.reason());
      case HostNotFound unknown -> new WebFailure("has no address");
      case SSLException tls -> new WebFailure("cannot prove its name by TLS");
      default -> new WebFailure("does not accept connections");
    };
  }
}
