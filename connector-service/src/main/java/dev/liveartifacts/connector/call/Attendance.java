package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Work that somebody waits for at the other end of a connection, and only so long. */
final class Attendance {
  private Attendance() {}

  /** Cancels the work when the connection closes before its answer. */
  static <T> Uni<T> of(RoutingContext caller, Uni<T> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          var running = work.subscribe().with(emitter::complete, emitter::fail);
          emitter.onTermination(running::cancel);
          caller.addEndHandler(ended -> {
            if (ended.failed()) {
              emitter.fail(ProblemException.conflict("Nobody waits for this call any more."));
            }
          });
        });
  }
}
