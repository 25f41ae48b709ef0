package dev.liveartifacts.connector.work;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A transaction with a session of its own. A Hibernate session belongs to one context and to one
 * thing at a time; calls that run side by side for the same request would otherwise share it.
 */
@ApplicationScoped
public class UnitOfWork {
  private final Vertx vertx;

  public UnitOfWork(Vertx vertx) {
    this.vertx = vertx;
  }

  public <T> Uni<T> in(Supplier<Uni<T>> work) {
    return CallerContext.keep(
        Uni.createFrom()
            .emitter(emitter -> {
              Context own =
                  Objects.requireNonNull(
                      VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
              VertxContextSafetyToggle.setContextSafe(own, true);
              own.runOnContext(ignored ->
                  Panache.withTransaction(work).subscribe().with(emitter::complete, emitter::fail));
            }));
  }
}
