package dev.liveartifacts.bench;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be done at the end, last first, also when somebody presses Ctrl-C before. */
final class Ending {
  private final Deque<Runnable> steps = new ArrayDeque<>();

  Ending() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::run));
  }

  synchronized void add(Runnable step) {
    steps.push(step);
  }

  private synchronized void run() {
    steps.forEach(Runnable::run);
  }
}
