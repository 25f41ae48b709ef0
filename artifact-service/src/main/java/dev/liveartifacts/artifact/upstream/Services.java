package dev.liveartifacts.artifact.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Connections to the other services. */
@Singleton
public class Services {
  private final UpstreamConfig config;
  private final HttpClient http;

  Services(UpstreamConfig config, Vertx vertx) {
    this.config = config;
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setMaxPoolSize(config.connections())
                .setMaxWaitQueueSize(config.connections())
                .setConnectTimeout((int) config.connectTimeout().toMillis())
                .setKeepAliveTimeout(30)
                .setDecompressionSupported(false));
  }

  /**
   * A request that has its connection and waits to be sent. A connection that was closed while it
   * lay idle is replaced: nothing has been sent over it.
   *
   * @param target path and query, already normalised
   */
  public Future<HttpClientRequest> request(Service service, HttpMethod method, String target) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(base(service) + target)
            .setMethod(method)
            .setFollowRedirects(false)
            .setTimeout(config.deadline().toMillis());
    return http.request(options)
        .recover(failure ->
            failure instanceof HttpClosedException
                ? http.request(options)
                : Future.failedFuture(failure));
  }

  public Duration deadline() {
    return config.deadline();
  }

  private String base(Service service) {
    URI base =
        switch (service) {
          case CONNECTOR -> config.connectorServiceUrl();
          case SCHEDULER -> config.schedulerServiceUrl();
        };
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  @PreDestroy
  void close() {
    http.close();
  }
}
