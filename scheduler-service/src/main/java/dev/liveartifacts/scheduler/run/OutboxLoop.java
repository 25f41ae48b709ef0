package dev.liveartifacts.scheduler.run;

import static java.util.function.Predicate.not;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Hands recorded runs to Kafka until it has them, on every replica.
 *
 * <p>While Kafka is away it tries with one run at a time; the others stay in the table.
 */
@ApplicationScoped
public class OutboxLoop {
  private static final Logger LOG = Logger.getLogger(OutboxLoop.class);

  private final OutboxStore store;
  private final RefreshRequestedPublisher publisher;
  private final RunsConfig config;
  private final Clock clock;
  private final Counter accepted;
  private final Counter refused;
  private final Semaphore wakeups = new Semaphore(0);
  private volatile boolean stopped;
  private boolean kafkaIsAway;

  OutboxLoop(
      OutboxStore store,
      RefreshRequestedPublisher publisher,
      RunsConfig config,
      Clock clock,
      MeterRegistry meters) {
    this.store = store;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
    this.accepted = meters.counter("live.outbox.accepted");
    this.refused = meters.counter("live.outbox.refused");
  }

  /** Says that a run was committed, so that it is sent at once. */
  public void wake() {
    wakeups.release();
  }

  void start(@Observes StartupEvent event) {
    Thread.ofVirtual().name("outbox").start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    wake();
  }

  private void run() {
    while (!stopped) {
      try {
        while (sendBatch() && !stopped) {}
        waitForWork();
      } catch (SQLException e) {
        LOG.warn("The database does not answer; recorded runs wait", e);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        LOG.error("Recorded runs could not be sent; trying again", e);
      }
    }
  }

  private void waitForWork() throws InterruptedException {
    if (wakeups.tryAcquire(config.outboxPoll().toMillis(), TimeUnit.MILLISECONDS)) {
      wakeups.drainPermits();
    }
  }

  /** Returns whether there may be more to send at once. */
  private boolean sendBatch() throws SQLException {
    int limit = kafkaIsAway ? 1 : config.outboxBatch();
    List<OutboxEntry> entries = store.lease(limit, config.outboxLease(), clock.instant());
    if (entries.isEmpty()) {
      return false;
    }
    Set<UUID> taken = taken(entries);
    List<UUID> left =
        entries.stream().map(OutboxEntry::runId).filter(not(taken::contains)).toList();
    store.published(taken, clock.instant());
    store.release(left);
    accepted.increment(taken.size());
    refused.increment(left.size());
    noteKafka(!left.isEmpty());
    return left.isEmpty() && entries.size() == limit;
  }

  private Set<UUID> taken(List<OutboxEntry> entries) {
    // an absent Kafka is found out with one run, not with as many timeouts as there are runs
    Set<UUID> taken = new HashSet<>(send(entries.subList(0, 1)));
    if (!taken.isEmpty()) {
      taken.addAll(send(entries.subList(1, entries.size())));
    }
    return taken;
  }

  /** Returns the runs that Kafka took. */
  private List<UUID> send(List<OutboxEntry> entries) {
    Map<UUID, CompletableFuture<Void>> sending = new LinkedHashMap<>();
    entries.forEach(entry -> sending.put(entry.runId(), send(entry)));
    return sending.entrySet().stream()
        .filter(sent -> isTaken(sent.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private CompletableFuture<Void> send(OutboxEntry entry) {
    return publisher.publish(entry).subscribeAsCompletionStage();
  }

  private static boolean isTaken(CompletableFuture<Void> sent) {
    return sent.handle((nothing, failure) -> failure == null).join();
  }

  private void noteKafka(boolean away) {
    if (away && !kafkaIsAway) {
      LOG.warn("Kafka does not take events; recorded runs wait for it");
    }
    if (!away && kafkaIsAway) {
      LOG.info("Kafka takes events again");
    }
    kafkaIsAway = away;
  }
}
