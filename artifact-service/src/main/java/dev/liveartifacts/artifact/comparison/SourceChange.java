package dev.liveartifacts.artifact.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.liveartifacts.artifact.result.ResultRows;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What changed in the answer to one call.
 *
 * @param fields those that could tell the rows apart
 * @param note why the rows could not be told apart as they were to be; null if they could
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceChange(
    int position,
    UUID connectorId,
    String connector,
    String tool,
    List<String> fields,
    @JsonUnwrapped Difference difference,
    @Nullable String note) {

  /** The very same bytes. */
  static SourceChange none(SnapshotCall call, @Nullable List<String> chosen) {
    int rows = call.rows() == null ? 1 : call.rows();
    List<String> key = chosen == null ? List.of() : chosen;
    return of(call, List.of(), Difference.nothing(key, rows), null);
  }

  /**
   * Takes a while for large results: not for an event loop.
   *
   * @param chosen the key that the artifact's maker chose; null if it is to be found
   */
  static SourceChange of(
      SnapshotCall call, @Nullable List<String> chosen, ResultRows was, ResultRows is) {
    if (!was.list() && !is.list() && was.rows().size() == 1 && is.rows().size() == 1) {
      return of(
          call, List.of(), Difference.ofSingles(was.rows().getFirst(), is.rows().getFirst()), null);
    }
    boolean usable = chosen != null && RowKey.unique(chosen, was.rows(), is.rows());
    List<String> key = usable && chosen != null ? chosen : RowKey.of(was.rows(), is.rows());
    return of(
        call,
        RowKey.candidates(was.rows(), is.rows()),
        Difference.of(key, was.rows(), is.rows()),
        chosen == null || usable ? null : notUnique(chosen));
  }

  private static SourceChange of(
      SnapshotCall call, List<String> fields, Difference difference, @Nullable String note) {
    return new SourceChange(
        call.position(),
        call.connectorId(),
        call.connector(),
        call.tool(),
        fields,
        difference,
        note);
  }

  private static String notUnique(List<String> chosen) {
    return "Several rows have the same %s, so they were told apart in another way."
        .formatted(String.join(" and ", chosen));
  }
}
