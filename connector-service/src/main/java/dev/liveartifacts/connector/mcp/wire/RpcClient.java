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
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * Posts JSON-RPC messages to checked addresses. Failures are {@link McpException}s; cancelling the
 * subscription closes the connection. Has no deadline of its own. Thread-safe.
 */
public final class RpcClient implements Transport {
  private static final int MOST_REDIRECTS = 3;

  private final Vertx vertx;
  private final EgressGuard guard;
  private final WireLimits limits;
  private final HttpClient http;

  /** Streams stay open: in a pool of their own they keep no call waiting. */
  private final HttpClient streams;

  public RpcClient(Vertx vertx, EgressGuard guard, WireLimits limits) {
    this.vertx = vertx;
    this.guard = guard;
    this.limits = limits;
    this.http = client(limits, 1000);
    this.streams = client(limits, 100);
  }

  private HttpClient client(WireLimits limits, int waiting) {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setConnectTimeout((int) limits.connectTimeout().toMillis())
            .setForceSni(true)
            .setDecompressionSupported(false)
            // An endpoint may carry a key in its query, and spans would show it.
            .setTracingPolicy(TracingPolicy.IGNORE)
            .setMaxWaitQueueSize(waiting),
        new PoolOptions().setHttp1MaxSize(limits.connectionsPerEndpoint()));
  }

  /** Sends a message and reads as far as its answer. */
  @Override
  public Uni<RpcAnswer> post(RpcPost post, Consumer<ServerRequest> serverRequests) {
    return send(new Sending(HttpMethod.POST, post, asking(serverRequests), false), MOST_REDIRECTS);
  }

  /**
   * Goes on with a stream that was interrupted; {@code post} has the id that is waited for, and
   * says in a header where the stream stood.
   */
  public Uni<RpcAnswer> resume(
      RpcPost post, Duration wait, Consumer<ServerRequest> serverRequests) {
    Sending sending = new Sending(HttpMethod.GET, post, asking(serverRequests), false);
    return after(wait).chain(() -> send(sending, MOST_REDIRECTS));
  }

  /**
   * Listens to a stream that has no end of its own, until it is interrupted. A message with a body
   * is posted, another one asks for what the server says of its own accord.
   */
  @Override
  public Uni<RpcAnswer> listen(RpcPost post, Consumer<ServerWord> words) {
    HttpMethod method = post.body().length == 0 ? HttpMethod.GET : HttpMethod.POST;
    return send(new Sending(method, post, words, true), MOST_REDIRECTS);
  }

  /** Ends a session. */
  public Uni<RpcAnswer> delete(RpcPost post) {
    return send(new Sending(HttpMethod.DELETE, post, word -> {}, false), MOST_REDIRECTS);
  }

  private static Consumer<ServerWord> asking(Consumer<ServerRequest> serverRequests) {
    return word -> {
      if (word instanceof ServerRequest asked) {
        serverRequests.accept(asked);
      }
    };
  }

  /** A timer of Vert.x, so that whoever waits goes on where it was. */
  private Uni<Void> after(Duration wait) {
    return Uni.createFrom()
        .emitter(emitter -> {
          long timer =
              vertx.setTimer(Math.max(1, wait.toMillis()), fired -> emitter.complete(null));
          emitter.onTermination(() -> vertx.cancelTimer(timer));
        });
  }

  private record Sending(
      HttpMethod method, RpcPost post, Consumer<? super ServerWord> words, boolean endless) {
    Sending redirectedTo(URI location) {
      return new Sending(method, post.redirectedTo(location), words, endless);
    }
  }

  private Uni<RpcAnswer> send(Sending sending, int redirects) {
    return guard
        .check(sending.post().endpoint())
        .chain(destination -> connect(sending, destination, 0))
        .onFailure()
        .transform(RpcClient::named)
        .chain(request -> exchange(sending, request))
        .chain(answer -> follow(sending, answer, redirects));
  }

  private Uni<RpcAnswer> follow(Sending sending, RpcAnswer answer, int redirects) {
    if (!(answer instanceof RpcAnswer.Redirect(var location))) {
      return Uni.createFrom().item(answer);
    }
    if (redirects == 0 || Origin.isDowngrade(sending.post().endpoint(), location)) {
      return Uni.createFrom()
          .failure(new McpException(new McpFailure.NotMcp("redirects where it should not")));
    }
    return send(sending.redirectedTo(location), redirects - 1);
  }

  /** Nothing has been sent while there is no connection: the next address may be tried. */
  private Uni<HttpClientRequest> connect(Sending sending, Destination destination, int attempt) {
    HttpClient client = sending.endless() ? streams : http;
    Uni<HttpClientRequest> connected =
        open(client, options(destination, attempt).setMethod(sending.method()));
    return attempt + 1 < destination.addresses().size()
        ? connected.onFailure().recoverWithUni(() -> connect(sending, destination, attempt + 1))
        : connected;
  }

  private static Uni<HttpClientRequest> open(HttpClient client, RequestOptions options) {
    return Uni.createFrom()
        .emitter(emitter -> {
          AtomicBoolean gone = new AtomicBoolean();
          emitter.onTermination(() -> gone.set(true));
          client
              .request(options)
              .onComplete(request -> hand(request, emitter, gone), emitter::fail);
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

  private Uni<RpcAnswer> exchange(Sending sending, HttpClientRequest request) {
    RpcPost post = sending.post();
    return Uni.createFrom()
        .emitter(emitter -> {
          post.headers().forEach(request::putHeader);
          if (post.credential() != null) {
            request.putHeader(post.credential().header(), post.credential().value());
          }
          var exchange =
              new Exchange(
                  post,
                  request,
                  emitter,
                  sending.words(),
                  vertx,
                  limits.bytes(),
                  sending.endless());
          emitter.onTermination(exchange::cancel);
          exchange.begin();
        });
  }

  private static RequestOptions options(Destination destination, int attempt) {
    InetAddress address = destination.addresses().get(attempt);
    return new RequestOptions()
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
