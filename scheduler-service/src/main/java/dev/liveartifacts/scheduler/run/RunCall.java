package dev.liveartifacts.scheduler.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.contracts.call.CallError;
import org.jspecify.annotations.Nullable;

/** One call of a run, as it is shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunCall(
    int position,
    String connector,
    String tool,
    CallState state,
    @Nullable Long durationMillis,
    @Nullable CallError error) {}
