package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.PartFailure;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Starts the members, keeps them running, and stops them in order. One that ends by itself is
 * reported and started again, later each time it fails. Thread-safe.
 */
final class Supervisor {
  private final Map<String, Member> members = new LinkedHashMap<>();
  private final Set<String> resting = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final StartUp startUp;
  private final ProcessRecords records;
  private final Progress progress;

  Supervisor(List<Member> members, ProcessRecords records, Progress progress) {
    this.startUp = new StartUp(members, progress);
    this.records = records;
    this.progress = progress;
    for (Member member : members) {
      this.members.put(member.id(), member);
      member.part().process().whenLaunched(process -> records.write(member.id(), process));
    }
  }

  /** Returns when everything is ready; the first failure stops everything and is thrown. */
  void startAll() {
    try {
      startUp.run(this::watch);
    } catch (RuntimeException e) {
      boolean wanted = stopping.get();
      stopAll();
      throw wanted ? new CancellationException("stopped while starting") : e;
    }
  }

  /** Starts a member again that was killed on purpose; returns when it is ready. */
  void start(String id) {
    Member member = member(id);
    member.start();
    resting.remove(id);
    watch(member);
  }

  /** Kills a member as a crash would and leaves it dead until it is started. */
  void kill(String id) {
    resting.add(id);
    member(id).part().process().kill();
    records.remove(id);
  }

  /** Stops services, then the ground under them. Can be called at any time, more than once. */
  void stopAll() {
    stopping.set(true);
    startUp.giveUp();
    stopEach(member -> !member.isGround());
    stopEach(Member::isGround);
  }

  private void watch(Member member) {
    Thread.startVirtualThread(() -> keepRunning(member, new Backoff()));
  }

  private void keepRunning(Member member, Backoff backoff) {
    while (true) {
      member.part().process().awaitEnd();
      if (isOver(member)) {
        return;
      }
      Duration pause = backoff.next();
      progress.say(
          member.part().name()
              + " ended by itself; it is started again in "
              + pause.toSeconds()
              + " s. Its log: "
              + member.part().process().log());
      if (!slept(pause) || isOver(member)) {
        return;
      }
      restart(member);
    }
  }

  private void restart(Member member) {
    try {
      member.start();
      progress.say(member.part().name() + " is back.");
    } catch (PartFailure | LocalFailure e) {
      progress.say(member.part().name() + " did not come back: " + e.getMessage());
    }
  }

  private boolean isOver(Member member) {
    return stopping.get() || resting.contains(member.id());
  }

  private static boolean slept(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void stopEach(Predicate<Member> which) {
    List<Thread> stops =
        members.values().stream()
            .filter(which)
            .map(member -> Thread.startVirtualThread(() -> stop(member)))
            .toList();
    for (Thread stop : stops) {
      try {
        stop.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void stop(Member member) {
    member.part().stop();
    records.remove(member.id());
  }

  private Member member(String id) {
    Member member = members.get(id);
    if (member == null) {
      throw new LocalFailure("There is no " + id + ", only " + members.keySet() + ".");
    }
    return member;
  }
}
