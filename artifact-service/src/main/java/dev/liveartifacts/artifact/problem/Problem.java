package dev.liveartifacts.artifact.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 problem details.
 *
 * @param type stable name, {@code urn:live-artifacts:problem:<slug>}
 * @param detail a sentence that a person can act on
 * @param action the one thing that fixes it, if there is one
 * @param traceId finds the request in the traces and logs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, @Nullable Action action, String traceId) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /** A way out: a label for a button and where it leads. */
  public record Action(String label, String href) {}

  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem(
        "urn:live-artifacts:problem:" + slug, title, status, detail, null, currentTrace());
  }

  public Problem withAction(String label, String href) {
    return new Problem(type, title, status, detail, new Action(label, href), traceId);
  }

  private static String currentTrace() {
    return Span.current().getSpanContext().getTraceId();
  }
}
