package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.work.UnitOfWork;
import dev.liveartifacts.contracts.refresh.RefreshFinished;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

  Uni<Optional<EndedRun>> find(UUID runId) {
    return unit.in(() -> findById(runId).map(row -> Optional.ofNullable(row).map(this::read)));
  }

  /**
   * Keeps how a run ended, and gives what is kept: the first of two that ran at once wins.
   *
   * @param made what was called; null if nothing was
   */
  Uni<RefreshFinished> keep(RefreshFinished finished, RunPlan.@Nullable Make made) {
    return unit.in(() ->
            delete("finishedAt < ?1", clock.instant().minus(config.remember()))
                .chain(() -> persistAndFlush(row(finished, made)))
                .replaceWith(finished))
        .onFailure()
        .recoverWithUni(failure -> keptBefore(finished.runId(), failure));
  }

  private Uni<RefreshFinished> keptBefore(UUID runId, Throwable failure) {
    return find(runId)
        .chain(found ->
            found
                .map(run -> Uni.createFrom().item(run.finished()))
                .orElseGet(() -> Uni.createFrom().failure(failure)));
  }

  private RunRow row(RefreshFinished finished, RunPlan.@Nullable Make made) {
    RunRow row = new RunRow();
    row.runId = finished.runId();
    row.artifactId = finished.artifactId();
    row.finished = write(finished);
    row.finishedAt = finished.finishedAt();
    row.evaluatedAt = made == null ? null : made.at();
    row.delegatedAt = made == null ? null : made.delegatedAt();
    return row;
  }

  private EndedRun read(RunRow row) {
    try {
      RefreshFinished finished = json.readValue(row.finished, RefreshFinished.class);
      Instant evaluated = Objects.requireNonNullElse(row.evaluatedAt, finished.finishedAt());
      return new EndedRun(finished, evaluated, row.delegatedAt);
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
