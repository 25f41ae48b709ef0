package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.work.UnitOfWork;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Runs that ended, in PostgreSQL, for as long as a repeat may come. */
@ApplicationScoped
public class RunStore implements PanacheRepositoryBase<RunRow, UUID> {
  private final UnitOfWork unit;
  private final ObjectMapper json;
  private final RefreshConfig config;
  private final Clock clock;

  public RunStore(UnitOfWork unit, ObjectMapper json, RefreshConfig config, Clock clock) {
    this.unit = unit;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  Uni<Optional<RefreshFinished>> find(UUID runId) {
    return unit.in(() -> findById(runId).map(row -> Optional.ofNullable(row).map(this::read)));
  }

  /** Keeps how a run ended, and gives what is kept: the first of two that ran at once wins. */
  Uni<RefreshFinished> keep(RefreshFinished finished) {
    return unit.in(() ->
            delete("finishedAt < ?1", clock.instant().minus(config.remember()))
                .chain(() -> persistAndFlush(row(finished)))
                .replaceWith(finished))
        .onFailure()
        .recoverWithUni(failure -> keptBefore(finished.runId(), failure));
  }

  private Uni<RefreshFinished> keptBefore(UUID runId, Throwable failure) {
    return find(runId)
        .chain(found ->
            found
                .map(finish -> Uni.createFrom().item(finish))
                .orElseGet(() -> Uni.createFrom().failure(failure)));
  }

  private RunRow row(RefreshFinished finished) {
    RunRow row = new RunRow();
    row.runId = finished.runId();
    row.artifactId = finished.artifactId();
    row.finished = write(finished);
    row.finishedAt = finished.finishedAt();
    return row;
  }

  private RefreshFinished read(RunRow row) {
    try {
      return json.readValue(row.finished, RefreshFinished.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored run is not JSON", e);
    }
  }

  private String write(RefreshFinished finished) {
    try {
      return json.writeValueAsString(finished);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A run cannot be written as JSON", e);
    }
  }
}
