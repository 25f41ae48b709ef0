package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.artifact.result.ResultRows;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import dev.liveartifacts.artifact.snapshot.Snapshot;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an alert can look at: the calls of a snapshot, and the fields of their rows. */
@Singleton
class Sources {
  private static final int MOST = 32;

  private final ContentStore contents;
  private final Vertx vertx;

  Sources(ContentStore contents, Vertx vertx) {
    this.contents = contents;
    this.vertx = vertx;
  }

  /**
   * One call.
   *
   * @param arguments JSON object; null if the call failed
   * @param rows null if it failed or is no list
   * @param fields none if the call failed
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Source(
      UUID connectorId,
      String connector,
      String tool,
      @JsonRawValue @Nullable String arguments,
      @Nullable Integer rows,
      List<FieldProfile> fields) {}

  /**
   * The sources, in the order of their calls.
   *
   * @param visible with the calls alone that the person may see
   */
  Uni<List<Source>> of(Snapshot visible) {
    return Multi.createFrom()
        .iterable(visible.calls())
        .select()
        .first(MOST)
        .onItem()
        .transformToUniAndConcatenate(this::source)
        .collect()
        .asList();
  }

  private Uni<Source> source(SnapshotCall call) {
    return call.good()
        ? contents
            .read(Objects.requireNonNull(call.content()))
            .flatMap(result ->
                Uni.createFrom()
                    .completionStage(() ->
                        vertx
                            .executeBlocking(
                                () -> FieldProfile.of(ResultRows.of(result).rows()), false)
                            .toCompletionStage()))
            .map(fields -> source(call, fields))
        : Uni.createFrom().item(source(call, List.of()));
  }

  private static Source source(SnapshotCall call, List<FieldProfile> fields) {
    return new Source(
        call.connectorId(),
        call.connector(),
        call.tool(),
        call.good() ? call.arguments() : null,
        call.rows(),
        fields);
  }
}
