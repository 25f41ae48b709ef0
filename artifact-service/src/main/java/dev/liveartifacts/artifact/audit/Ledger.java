package dev.liveartifacts.artifact.audit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Entries on their way into the database, in batches, tried again until they are there. Whoever
 * wants to be sure that there is room for an entry takes a place first. Thread-safe.
 */
@ApplicationScoped
class Ledger {
  private static final Logger LOG = Logger.getLogger(Ledger.class);
  private static final int BATCH = 500;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LAST_WORDS = Duration.ofSeconds(5);

  private final EntryStore store;
  private final Places places;
  private final Queue<Entry> entries = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final Counter lost;

  Ledger(EntryStore store, AuditConfig config, MeterRegistry metrics) {
    this.store = store;
    this.places = new Places(config.queue(), config.deadline());
    this.lost = metrics.counter("live.audit.lost");
    metrics.gauge("live.audit.places.taken", places, Places::taken);
  }

  Places places() {
    return places;
  }

  /** For whoever has a place: it is free again when the entry is written. */
  void write(Entry entry) {
    entries.add(entry);
    wake();
  }

  /** For whoever has none: lost, and counted as such, if there is none left. */
  void offer(Entry entry) {
    if (places.tryTake()) {
      write(entry);
    } else {
      lose();
    }
  }

  void lose() {
    lost.increment();
  }

  private void wake() {
    if (!entries.isEmpty() && writing.compareAndSet(false, true)) {
      writeBatch()
          .subscribe()
          .with(
              written -> {
                writing.set(false);
                wake();
              },
              failure -> {
                writing.set(false);
                LOG.errorf(failure, "The audit log stands still until the next entry");
              });
    }
  }

  private Uni<Void> writeBatch() {
    List<Entry> batch = new ArrayList<>(BATCH);
    for (Entry next = entries.poll(); next != null; next = entries.poll()) {
      batch.add(next);
      if (batch.size() == BATCH) {
        break;
      }
    }
    return Uni.createFrom()
        .deferred(() -> store.append(batch))
        .onFailure()
        .invoke(failure -> LOG.warnf("The audit log has to wait: %s", failure.getMessage()))
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(() -> places.giveBack(batch.size()));
  }

  /** What is on its way gets there before the lights go out. */
  void stop(@Observes ShutdownEvent event) {
    Uni.createFrom()
        .deferred(() -> Uni.createFrom().item(entries.isEmpty() && !writing.get()))
        .onItem()
        .delayIt()
        .by(Duration.ofMillis(20))
        .repeat()
        .until(done -> done)
        .collect()
        .last()
        .ifNoItem()
        .after(LAST_WORDS)
        .recoverWithItem(false)
        .subscribe()
        .asCompletionStage()
        .join();
  }
}
