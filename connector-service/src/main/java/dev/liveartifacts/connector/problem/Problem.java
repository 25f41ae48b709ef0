package dev.liveartifacts.connector.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a request, for a person ({@code application/problem+json}, RFC 9457).
 *
 * @param type stable; ends with a word per kind of problem
 * @param detail a sentence that one can act on
 * @param action the one thing that helps, if there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable Action action,
    @Nullable String traceId) {
  static final String MEDIA_TYPE = "application/problem+json";

  /** A link that fixes it. */
  public record Action(String label, String href) {}

  static Problem of(int status, String slug, String title, String detail) {
    return new Problem("urn:live-artifacts:problem:" + slug, title, status, detail, null, null);
  }

  Problem tracedBy(@Nullable String trace) {
    return new Problem(type, title, status, detail, action, trace);
  }
}
