package dev.liveartifacts.artifact.authoring.work;

import dev.liveartifacts.artifact.authoring.journal.Description.State;
import dev.liveartifacts.artifact.authoring.journal.DescriptionStore;
import dev.liveartifacts.artifact.authoring.journal.Heard;
import dev.liveartifacts.artifact.authoring.journal.Journal;
import dev.liveartifacts.artifact.authoring.journal.JournalStore;
import dev.liveartifacts.artifact.authoring.journal.Told;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One page under way: while the loop turns, a pulse writes down what happened, says that it is
 * alive, and brings in what the person and their browser say. Whoever cancels it stops the pulse's
 * row; the pulse stops the loop.
 */
final class Work {
  private static final Logger LOG = Logger.getLogger(Work.class);
  private static final Duration PULSE = Duration.ofMillis(300);

  private final UUID id;
  private final Loop loop;
  private final Journal journal;
  private final Mailbox mailbox;
  private final Teller teller;
  private final DescriptionStore store;
  private final JournalStore journals;
  private final AtomicReference<@Nullable Cancellable> turning = new AtomicReference<>();
  private final AtomicReference<@Nullable Cancellable> beating = new AtomicReference<>();

  Work(
      UUID id,
      Loop loop,
      Journal journal,
      Mailbox mailbox,
      Teller teller,
      DescriptionStore store,
      JournalStore journals) {
    this.id = id;
    this.loop = loop;
    this.journal = journal;
    this.mailbox = mailbox;
    this.teller = teller;
    this.store = store;
    this.journals = journals;
  }

  void start(Duration deadline, Runnable over) {
    beating.set(
        Multi.createFrom()
            .ticks()
            .every(PULSE)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> pulse())
            .subscribe()
            .with(heard -> {}));
    turning.set(
        loop.run()
            .ifNoItem()
            .after(deadline)
            .recoverWithItem(
                new Outcome.Failed(
                    "This took longer than %d minutes. Start again, with less at once."
                        .formatted(deadline.toMinutes())))
            .onFailure()
            .recoverWithItem(Work::broken)
            .call(this::end)
            .onTermination()
            .invoke(() -> {
              stop(beating);
              over.run();
            })
            .subscribe()
            .with(ended -> {}, failure -> LOG.warnf("A page was not finished: %s", kind(failure))));
  }

  void abandon() {
    stop(turning);
  }

  private Uni<Optional<Heard>> pulse() {
    return written()
        .flatMap(written -> store.pulse(id, loop.tokens()))
        .invoke(heard -> heard.ifPresentOrElse(mailbox::deliver, this::abandon))
        .onFailure()
        .recoverWithItem(failure -> {
          LOG.warnf("A page's progress was not written down: %s", kind(failure));
          return Optional.of(Heard.NOTHING);
        });
  }

  private Uni<Void> written() {
    List<Told> entries = journal.pending();
    return journals.write(id, entries).invoke(() -> journal.written(entries));
  }

  /** First that it is over, so that who hears of it finds it so. */
  private Uni<Void> end(Outcome outcome) {
    State state =
        switch (outcome) {
          case Outcome.Done done -> {
            teller.done(done);
            yield State.DONE;
          }
          case Outcome.Failed failed -> {
            teller.failed(failed);
            yield State.FAILED;
          }
        };
    return store.end(id, state, loop.tokens()).flatMap(ended -> written());
  }

  private static Outcome broken(Throwable failure) {
    LOG.errorf("A page could not be made: %s at %s", kind(failure), failure.getStackTrace()[0]);
    return new Outcome.Failed("Something failed on our side. Start again.");
  }

  private static void stop(AtomicReference<@Nullable Cancellable> running) {
    Cancellable started = running.get();
    if (started != null) {
      started.cancel();
    }
  }

  private static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }
}
