package dev.liveartifacts.scheduler.run;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Where reactive work is done that a thread of db-scheduler begins. */
@ApplicationScoped
class EventLoop {
  private final Vertx vertx;

  EventLoop(Vertx vertx) {
    this.vertx = vertx;
  }

  /** Begins the work on an event loop, with a session of its own; the caller may wait for it. */
  <T> CompletableFuture<T> begin(Supplier<Uni<? extends T>> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Context own =
        Objects.requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    VertxContextSafetyToggle.setContextSafe(own, true);
    own.runOnContext(go ->
        Uni.createFrom()
            .deferred(work)
            .subscribe()
            .with(done::complete, done::completeExceptionally));
    return done;
  }
}
