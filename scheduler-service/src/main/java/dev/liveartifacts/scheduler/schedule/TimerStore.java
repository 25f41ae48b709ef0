package dev.liveartifacts.scheduler.schedule;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The timers of schedules, in the table of db-scheduler.
 *
 * <p>They are written here rather than by its client so that a schedule and its timer commit
 * together. One that is being looked at while it is unset removes itself: its generation is over.
 */
@ApplicationScoped
class TimerStore {
  private static final String SET =
      """
      insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
      values (:task, :timer, :at, false, 1)
      """;

  private static final String UNSET =
      "delete from scheduled_tasks where task_name = :task and task_instance = :timer and not picked";

  Uni<Void> set(Timer timer, @Nullable Instant at) {
    return at == null ? Uni.createFrom().voidItem() : insert(timer, at);
  }

  private static Uni<Void> insert(Timer timer, Instant at) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(SET)
                .setParameter("task", Timer.TASK)
                .setParameter("timer", timer.toString())
                .setParameter("at", at)
                .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> unset(Timer timer) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(UNSET)
                .setParameter("task", Timer.TASK)
                .setParameter("timer", timer.toString())
                .executeUpdate())
        .replaceWithVoid();
  }
}
