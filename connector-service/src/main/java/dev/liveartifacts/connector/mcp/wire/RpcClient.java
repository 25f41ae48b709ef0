package dev.liveartifacts.connector.mcp.wire;

import dev.liveartifacts.connector.egress.Destination;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.egress.HostNotFound;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.VertxException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * Posts JSON-RPC messages to checked addresses. Failures are {@link McpException}s; cancelling the
 * subscription closes the connection. Has no deadline of its own. Thread-safe.
 */
public final class RpcClient {
  private static final int MOST_REDIRECTS = 3;

  private final Vertx vertx;
  private final EgressGuard guard;
  private final WireLimits limits;
  private final HttpClient http;

  public RpcClient(Vertx vertx, EgressGuard guard, WireLimits limits) {
    this.vertx = vertx;
    this.guard = guard;
    this.limits = limits;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) limits.connectTimeout().toMillis())
                .setForceSni(true)
                .setDecompressionSupported(false)
                // An endpoint may carry a key in its query, and spans would show it.
                .setTracingPolicy(TracingPolicy.IGNORE)
                .setMaxWaitQueueSize(1000),
            new PoolOptions().setHttp1MaxSize(limits.connectionsPerEndpoint()));
  }

  public Uni<RpcAnswer> post(RpcPost post, Consumer<ServerRequest> serverRequests) {
    return post(post, serverRequests, MOST_REDIRECTS);
  }

  private Uni<RpcAnswer> post(RpcPost post, Consumer<ServerRequest> serverRequests, int redirects) {
    return guard
        .check(post.endpoint())
        .chain(destination -> connect(destination, 0))
        .onFailure()
        .transform(RpcClient::named)
        .chain(request -> exchange(post, request, serverRequests))
        .chain(answer -> follow(post, answer, serverRequests, redirects));
  }

  private Uni<RpcAnswer> follow(
      RpcPost post, RpcAnswer answer, Consumer<ServerRequest> serverRequests, int redirects) {
    if (!(answer instanceof RpcAnswer.Redirect(var location))) {
      return Uni.createFrom().item(answer);
    }
    if (redirects == 0 || Origin.isDowngrade(post.endpoint(), location)) {
      return Uni.createFrom()
          .failure(new McpException(new McpFailure.NotMcp("redirects where it should not")));
    }
    return post(post.redirectedTo(location), serverRequests, redirects - 1);
  }

  /** Nothing has been sent while there is no connection: the next address may be tried. */
  private Uni<HttpClientRequest> connect(Destination destination, int attempt) {
    Uni<HttpClientRequest> connected = open(options(destination, attempt));
    return attempt + 1 < destination.addresses().size()
        ? connected.onFailure().recoverWithUni(() -> connect(destination, attempt + 1))
        : connected;
  }

  private Uni<HttpClientRequest> open(RequestOptions options) {
    return Uni.createFrom()
        .emitter(emitter -> {
          AtomicBoolean gone = new AtomicBoolean();
          emitter.onTermination(() -> gone.set(true));
          http.request(options).onComplete(request -> hand(request, emitter, gone), emitter::fail);
        });
  }

  private static void hand(
      HttpClientRequest request,
      UniEmitter<? super HttpClientRequest> emitter,
      AtomicBoolean gone) {
    if (gone.get()) {
      request.reset();
    } else {
      emitter.complete(request);
    }
  }

  private Uni<RpcAnswer> exchange(
      RpcPost post, HttpClientRequest request, Consumer<ServerRequest> serverRequests) {
    return Uni.createFrom()
        .emitter(emitter -> {
          post.headers().forEach(request::putHeader);
          if (post.credential() != null) {
            request.putHeader(post.credential().header(), post.credential().value());
          }
          var exchange =
              new Exchange(post, request, emitter, serverRequests, vertx, limits.bytes());
          emitter.onTermination(exchange::cancel);
          exchange.begin();
        });
  }

  private static RequestOptions options(Destination destination, int attempt) {
    InetAddress address = destination.addresses().get(attempt);
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setServer(
            SocketAddress.inetSocketAddress(new InetSocketAddress(address, destination.port())))
        .setHost(destination.host())
        .setPort(destination.port())
        .setSsl(destination.tls())
        .setFollowRedirects(false)
        .setURI(destination.target());
  }

  private static Throwable named(Throwable failure) {
    return switch (failure) {
      case EgressRefused refused -> new McpException(new McpFailure.Refused(refused.reason()));
      case HostNotFound unknown -> unreachable("has no address");
      case SSLException tls -> unreachable("cannot prove its name by TLS");
      case IOException network -> unreachable("does not accept connections");
      case VertxException network -> unreachable("does not accept connections");
      default -> failure;
    };
  }

  private static McpException unreachable(String reason) {
    return new McpException(new McpFailure.Unreachable(reason));
  }
}
