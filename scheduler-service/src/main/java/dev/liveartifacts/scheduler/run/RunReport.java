package dev.liveartifacts.scheduler.run;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is kept of the calls of a run; an object in JSON, so that it can grow. */
record RunReport(List<EndedCall> calls) {
  RunReport {
    calls = List.copyOf(calls);
  }

  static RunReport of(RefreshFinished ended) {
    return new RunReport(sorted(ended.calls().stream().map(EndedCall::of)));
  }

  /** With one more call, or with newer words about one that it knows already. */
  static RunReport with(@Nullable RunReport before, CallReport call) {
    Stream<EndedCall> others =
        before == null
            ? Stream.empty()
            : before.calls.stream().filter(known -> known.position() != call.position());
    return new RunReport(sorted(Stream.concat(others, Stream.of(EndedCall.of(call)))));
  }

  boolean anyFailed() {
    return calls.stream().anyMatch(EndedCall::failed);
  }

  /** What the first failed call said. */
  Optional<String> complaint() {
    return calls.stream()
        .map(EndedCall::error)
        .filter(Objects::nonNull)
        .map(CallError::message)
        .findFirst();
  }

  /** These calls, and those of {@code expected} that are still to come, in their order. */
  List<RunCall> shown(List<EndedCall> expected) {
    Stream<RunCall> waiting =
        expected.stream()
            .filter(call -> calls.stream().noneMatch(ended -> ended.position() == call.position()))
            .map(EndedCall::shownWaiting);
    return Stream.concat(calls.stream().map(EndedCall::shown), waiting)
        .sorted(Comparator.comparingInt(RunCall::position))
        .toList();
  }

  private static List<EndedCall> sorted(Stream<EndedCall> calls) {
    return calls.sorted(Comparator.comparingInt(EndedCall::position)).toList();
  }
}
