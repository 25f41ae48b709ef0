package dev.liveartifacts.local.system;

import java.time.Instant;
import java.util.Optional;

/** A process that we started: its id, and when it started, as ids are used again. */
record ProcessRecord(String name, long id, Instant startedAt) {
  private static final long TOLERANCE_MILLIS = 2000;

  static ProcessRecord of(String name, ProcessHandle process) {
    return new ProcessRecord(name, process.pid(), startedAt(process).orElse(Instant.EPOCH));
  }

  static ProcessRecord parse(String name, String line) {
    int space = line.indexOf(' ');
    return new ProcessRecord(
        name,
        Long.parseLong(line.substring(0, Math.max(0, space))),
        Instant.ofEpochMilli(Long.parseLong(line.substring(space + 1).strip())));
  }

  String line() {
    return id + " " + startedAt.toEpochMilli();
  }

  /** The process, if it is still the one that we started. */
  Optional<ProcessHandle> running() {
    return ProcessHandle.of(id)
        .filter(ProcessHandle::isAlive)
        .filter(process -> startedAt(process).filter(this::same).isPresent());
  }

  private boolean same(Instant other) {
    return Math.abs(other.toEpochMilli() - startedAt.toEpochMilli()) <= TOLERANCE_MILLIS;
  }

  private static Optional<Instant> startedAt(ProcessHandle process) {
    return process.info().startInstant();
  }
}
