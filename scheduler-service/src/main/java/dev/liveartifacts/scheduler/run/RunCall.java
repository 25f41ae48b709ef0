package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.refresh.CallReport;
import org.jspecify.annotations.Nullable;

/** How one call of a run went. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunCall(
    String connector, String tool, long durationMillis, @Nullable CallError error) {
  static RunCall of(CallReport report) {
    return new RunCall(report.connector(), report.tool(), report.durationMillis(), report.error());
  }
}
