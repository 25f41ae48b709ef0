package dev.liveartifacts.local.system;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Starts all members at once, each as soon as what it needs is ready. Used once. */
final class StartUp {
  private record Candidate(Member member, CountDownLatch ready) {
    Candidate(Member member) {
      this(member, new CountDownLatch(1));
    }
  }

  private static final Duration REMINDER = Duration.ofSeconds(5);

  private final Map<String, Candidate> candidates;
  private final BlockingQueue<Optional<RuntimeException>> outcomes = new LinkedBlockingQueue<>();
  private final Progress progress;
  private volatile boolean given;

  StartUp(Collection<Member> members, Progress progress) {
    this.candidates = members.stream().collect(Collectors.toMap(Member::id, Candidate::new));
    this.progress = progress;
  }

  /**
   * Returns when all are ready; throws the first failure. Each one is handed on as it gets ready.
   */
  void run(Consumer<Member> next) {
    candidates
        .values()
        .forEach(one -> Thread.startVirtualThread(() -> outcomes.add(attempt(one, next))));
    int waiting = candidates.size();
    while (waiting > 0) {
      Optional<RuntimeException> outcome = nextOutcome();
      if (outcome.isPresent()) {
        giveUp();
        throw outcome.get();
      }
      waiting--;
    }
  }

  /** Lets nothing more start. */
  void giveUp() {
    given = true;
    candidates.values().forEach(candidate -> candidate.ready().countDown());
  }

  private Optional<RuntimeException> attempt(Candidate candidate, Consumer<Member> next) {
    try {
      for (String need : candidate.member().needs()) {
        Objects.requireNonNull(candidates.get(need), need).ready().await();
      }
      start(candidate.member());
      next.accept(candidate.member());
      candidate.ready().countDown();
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new CancellationException());
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private void start(Member member) {
    if (given) {
      throw new CancellationException();
    }
    progress.begins(member.part().name());
    member.start();
    progress.ready(member.part().name());
  }

  private Optional<RuntimeException> nextOutcome() {
    try {
      Optional<RuntimeException> outcome = outcomes.poll(REMINDER.toSeconds(), TimeUnit.SECONDS);
      while (outcome == null) {
        progress.remind();
        outcome = outcomes.poll(REMINDER.toSeconds(), TimeUnit.SECONDS);
      }
      return outcome;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(new CancellationException());
    }
  }
}
