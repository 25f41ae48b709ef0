package dev.liveartifacts.connector.shape;

import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.work.CallerContext;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Finds out what results look like, on threads of its own and no more than so many at a time: a
 * result that has to wait too long goes without a shape. Thread-safe.
 */
@ApplicationScoped
public class Shapes {
  private static final Logger LOG = Logger.getLogger(Shapes.class);

  private final ShapeCache known;
  private final ShapeStore store;
  private final ShapeConfig config;
  private final ExecutorService workers;

  public Shapes(ShapeCache known, ShapeStore store, ShapeConfig config) {
    this.known = known;
    this.store = store;
    this.config = config;
    this.workers =
        new ThreadPoolExecutor(
            config.atATime(),
            config.atATime(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(config.queue()),
            Thread.ofPlatform().name("shapes-", 0).daemon().factory());
  }

  /**
   * The hash of the shape of a call's newest result; empty if it was not found out in time. Never
   * fails.
   */
  public Uni<Optional<String>> of(String callKey, byte[] result) {
    return CallerContext.keep(
        Uni.combine()
            .all()
            .unis(observed(result), known.find(callKey))
            .asTuple()
            .emitOn(workers)
            .chain(both -> kept(callKey, both.getItem1(), both.getItem2()))
            .ifNoItem()
            .after(config.patience())
            .recoverWithItem(Optional.empty())
            .onFailure()
            .recoverWithItem(Shapes::without));
  }

  /** What a result holds, field by field. */
  public Uni<Profile> profile(byte[] result) {
    return CallerContext.keep(
            Uni.createFrom().item(() -> Profile.of(result)).runSubscriptionOn(workers))
        .onFailure(RejectedExecutionException.class)
        .transform(failure ->
            ProblemException.conflict(
                "Too many results are being looked at. Try again in a moment."));
  }

  /** How one shape differs from another; empty if one of them is not known. */
  Uni<Optional<List<FieldChange>>> between(String from, String to) {
    return store.find(from).chain(before -> store.find(to).map(now -> changes(before, now)));
  }

  private static Optional<List<FieldChange>> changes(
      Optional<KeptShape> before, Optional<KeptShape> now) {
    return before.flatMap(was -> now.map(is -> Drift.between(was, is)));
  }

  private Uni<Observation> observed(byte[] result) {
    return Uni.createFrom().item(() -> Observation.of(result)).runSubscriptionOn(workers);
  }

  private Uni<Optional<String>> kept(String callKey, Observation seen, Optional<Shape> before) {
    Shape shape = before.map(it -> it.updated(seen.shape())).orElse(seen.shape());
    String hash = shape.hash();
    boolean news = before.isEmpty() || !before.get().equals(shape);
    return (news ? known.keep(callKey, shape) : Uni.createFrom().voidItem())
        .chain(() -> store.keep(hash, new KeptShape(shape, seen.traces())))
        .map(kept -> kept ? Optional.of(hash) : Optional.empty());
  }

  private static Optional<String> without(Throwable failure) {
    LOG.warnf("A result goes without a shape: %s", failure.getClass().getSimpleName());
    return Optional.empty();
  }

  @PreDestroy
  void end() {
    workers.shutdownNow();
  }
}
