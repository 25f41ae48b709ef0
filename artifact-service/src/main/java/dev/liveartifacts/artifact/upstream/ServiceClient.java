package dev.liveartifacts.artifact.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks one of the other services, with a person's token, a deadline and a limit on the answer. */
@Singleton
public class ServiceClient {
  /** The largest result of a call (8 MiB) and what surrounds it. */
  public static final int CALL_LIMIT = 8 * 1024 * 1024 + 64 * 1024;

  private static final Logger LOG = Logger.getLogger(ServiceClient.class);
  private static final int LIMIT = 4 * 1024 * 1024;

  private final Services services;

  ServiceClient(Services services) {
    this.services = services;
  }

  public Uni<Answer> get(Service service, String target, String token) {
    return exchange(service, HttpMethod.GET, target, token, null, LIMIT);
  }

  public Uni<Answer> send(
      Service service, HttpMethod method, String target, String token, @Nullable Buffer json) {
    return exchange(service, method, target, token, json, LIMIT);
  }

  /**
   * Asks and reads the whole answer.
   *
   * @param limit the largest body in bytes; beyond it the exchange fails with {@link
   *     AnswerTooLargeException}
   */
  public Uni<Answer> exchange(
      Service service,
      HttpMethod method,
      String target,
      String token,
      @Nullable Buffer json,
      int limit) {
    Duration deadline = services.deadline();
    return Uni.createFrom()
        .completionStage(() ->
            services
                .request(service, method, target)
                .compose(request -> send(request, token, json))
                .compose(response -> read(response, limit))
                .toCompletionStage())
        .ifNoItem()
        .after(deadline)
        .failWith(() -> new TimeoutException("no answer in " + deadline.toSeconds() + " s"))
        .onFailure(failure -> !(failure instanceof AnswerTooLargeException))
        .transform(failure -> away(service, failure));
  }

  private static ServiceAwayException away(Service service, Throwable failure) {
    LOG.warnf("%s does not answer: %s", service.words(), failure.getMessage());
    return new ServiceAwayException(service);
  }

  private static Future<HttpClientResponse> send(
      HttpClientRequest request, String token, @Nullable Buffer json) {
    request.putHeader("Authorization", "Bearer " + token);
    if (json == null) {
      return request.send();
    }
    return request.putHeader("Content-Type", "application/json").send(json);
  }

  private static Future<Answer> read(HttpClientResponse response, int limit) {
    return new BoundedBody(response, limit)
        .read()
        .map(body -> new Answer(response.statusCode(), response.getHeader("Live-Outcome"), body));
  }
}
