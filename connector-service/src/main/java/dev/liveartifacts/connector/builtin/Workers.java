package dev.liveartifacts.connector.builtin;

import dev.liveartifacts.connector.work.CallerContext;
import dev.liveartifacts.connector.work.Turnstile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/**
 * Work that takes a while, off the event loop: a few pieces at a time, so that one large file does
 * not take every thread. Fails with {@link Turnstile.Full} if too much waits.
 */
@ApplicationScoped
public class Workers {
  private final Vertx vertx;
  private final Turnstile some = new Turnstile(4, 200);
  private final Turnstile one = new Turnstile(1, 50);

  public Workers(Vertx vertx) {
    this.vertx = vertx;
  }

  public <T> Uni<T> run(Callable<T> work) {
    return through(some, work);
  }

  /** Work that takes much memory: one piece at a time. */
  public <T> Uni<T> runAlone(Callable<T> work) {
    return through(one, work);
  }

  private <T> Uni<T> through(Turnstile turnstile, Callable<T> work) {
    return CallerContext.keep(
        turnstile.pass(() ->
            Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage())));
  }
}
