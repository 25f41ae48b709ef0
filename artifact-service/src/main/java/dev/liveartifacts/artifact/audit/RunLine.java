package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a run did with one tool; without a tool if it called nothing.
 *
 * @param outcome {@code done}, {@code partly}, {@code failed} or {@code gone}
 * @param code of the first failure; null if there was none
 */
record RunLine(
    @Nullable UUID connectorId,
    @Nullable String connector,
    @Nullable String tool,
    String outcome,
    @Nullable String code,
    int calls,
    int failed) {

  static List<RunLine> of(RefreshFinished run) {
    if (run.calls().isEmpty()) {
      return List.of(new RunLine(null, null, null, word(run), null, 0, 0));
    }
    Map<List<Object>, List<CallReport>> tools =
        run.calls().stream()
            .collect(
                Collectors.groupingBy(
                    call -> List.of(call.connectorId(), call.tool()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return tools.values().stream().map(RunLine::of).toList();
  }

  private static RunLine of(List<CallReport> calls) {
    CallReport one = calls.getFirst();
    List<CallError> errors =
        calls.stream().map(CallReport::error).filter(Objects::nonNull).toList();
    return new RunLine(
        one.connectorId(),
        Entry.clean(one.connector()),
        Entry.clean(one.tool()),
        errors.isEmpty() ? Outcome.DONE : errors.size() < calls.size() ? "partly" : "failed",
        errors.isEmpty() ? null : errors.getFirst().code().name().toLowerCase(Locale.ROOT),
        calls.size(),
        errors.size());
  }

  private static String word(RefreshFinished run) {
    return switch (run.outcome()) {
      case FINISHED -> Outcome.DONE;
      case PARTLY -> "partly";
      case FAILED -> "failed";
      case GONE -> "gone";
    };
  }
}
