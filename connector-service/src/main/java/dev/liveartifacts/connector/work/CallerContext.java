package dev.liveartifacts.connector.work;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * The Vert.x context of whoever subscribes: with it travel the request, its person and its trace.
 */
public final class CallerContext {
  private CallerContext() {}

  /** The same result, handed over on the context on which it was asked for. */
  public static <T> Uni<T> keep(Uni<T> work) {
    return Uni.createFrom()
        .deferred(() -> {
          Context caller = Vertx.currentContext();
          return caller == null ? work : work.emitOn(task -> resume(caller, task));
        });
  }

  @SuppressWarnings("ReferenceEquality")
  private static void resume(Context caller, Runnable task) {
    if (Vertx.currentContext() == caller) {
      task.run();
    } else {
      caller.runOnContext(ignored -> task.run());
    }
  }
}
