package dev.liveartifacts.artifact.upstream;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
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
        .<Answer>emitter(emitter -> {
          Exchange exchange = new Exchange(token, json, limit);
          emitter.onTermination(exchange::hangUp);
          services
              .request(service, method, target)
              .compose(exchange::with)
              .onComplete(emitter::complete, emitter::fail);
        })
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
}
