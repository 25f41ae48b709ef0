package dev.liveartifacts.scheduler.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told when a request was not done (RFC 9457).
 *
 * @param type a stable name of the problem: {@code urn:live-artifacts:problem:<slug>}
 * @param detail a sentence that a person can act on
 * @param traceId where to look for it in the traces and logs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable Action action, String traceId) {
  /** The one thing that fixes the problem. */
  public record Action(String label, String href) {}
}
