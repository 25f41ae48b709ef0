package dev.liveartifacts.artifact.verify;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened while a page was open.
 *
 * @param loaded true if it came to its end; false if its own script stopped it
 * @param settled true if it had asked for everything and drawn it before the deadline
 * @param screenshot PNG; null if the browser gave none
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sighting(
    boolean loaded,
    boolean settled,
    List<Call> calls,
    List<Message> console,
    List<String> bridge,
    @JsonIgnore byte @Nullable [] screenshot) {

  /**
   * A tool call of the page.
   *
   * @param outcome {@code fresh}, {@code stale} or {@code failed}
   * @param error what the page was told; null if it got data
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Call(
      String name, String arguments, String outcome, long millis, @Nullable String error) {}

  /**
   * What the page logged, or the sandbox kept it from.
   *
   * @param level {@code error}, {@code warning}, {@code blocked} or {@code note}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Message(String level, String text, @Nullable String where) {}
}
