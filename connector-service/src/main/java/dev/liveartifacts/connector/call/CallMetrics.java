package dev.liveartifacts.connector.call;

import dev.liveartifacts.contracts.call.CallError;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Counts what calls come to. Labels name kinds, never people, connectors or tools. */
@ApplicationScoped
public class CallMetrics {
  private final MeterRegistry registry;

  public CallMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  void answered(Answer answer) {
    CallError error = answer.error();
    registry
        .counter(
            "live.calls",
            "outcome",
            answer.kind().name().toLowerCase(Locale.ROOT),
            "code",
            error == null ? "none" : error.code().name().toLowerCase(Locale.ROOT))
        .increment();
  }

  void looked(boolean found, boolean fresh) {
    String result = fresh ? "hit" : found ? "old" : "miss";
    registry.counter("live.cache.reads", "result", result).increment();
  }
}
