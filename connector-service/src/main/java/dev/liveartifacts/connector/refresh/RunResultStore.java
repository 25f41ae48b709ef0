package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.delegation.RelativeText;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.work.UnitOfWork;
import dev.liveartifacts.contracts.refresh.CallReport;
import dev.liveartifacts.contracts.refresh.RunResult;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The results of runs that have ended, as others take them. */
@ApplicationScoped
public class RunResultStore {
  private static final String LIST =
      """
      select c.report, c.arguments, c.relative, c.bytes
      from refresh_call c join refresh_run r on r.run_id = c.run_id
      where c.run_id = ?1 and c.content is not null
      order by c.position
      """;

  private static final String CONTENT =
      """
      select c.content
      from refresh_call c join refresh_run r on r.run_id = c.run_id
      where c.run_id = ?1 and c.position = ?2 and c.content is not null
      """;

  private static final String TAKEN =
      """
      delete from refresh_call
      where run_id = ?1 and exists (select 1 from refresh_run where refresh_run.run_id = ?1)
      """;

  private static final String OLD = "delete from refresh_call where ended_at < ?1";

  private final UnitOfWork unit;
  private final ObjectMapper json;
  private final RefreshConfig config;
  private final Clock clock;

  public RunResultStore(UnitOfWork unit, ObjectMapper json, RefreshConfig config, Clock clock) {
    this.unit = unit;
    this.json = json;
    this.config = config;
    this.clock = clock;
  }

  /** What waits to be taken; nothing before the run has ended. */
  Uni<List<RunResult>> of(UUID runId) {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(LIST, Object[].class)
                    .setParameter(1, runId)
                    .getResultList())
            .map(rows -> rows.stream().map(this::result).toList()));
  }

  /** The result as it is kept: deflated. */
  Uni<Optional<byte[]>> deflated(UUID runId, int position) {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(CONTENT, byte[].class)
                    .setParameter(1, runId)
                    .setParameter(2, position)
                    .getSingleResultOrNull())
            .map(Optional::ofNullable));
  }

  /** Somebody has them: they need not be kept. */
  Uni<Void> taken(UUID runId) {
    return unit.in(() ->
        Panache.getSession()
            .chain(
                session -> session.createNativeQuery(TAKEN).setParameter(1, runId).executeUpdate())
            .replaceWithVoid());
  }

  /** Lets go of what nobody has taken in time. */
  Uni<Integer> forgetOld() {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(OLD)
                    .setParameter(1, clock.instant().minus(config.keepResults()))
                    .executeUpdate()));
  }

  private RunResult result(Object[] row) {
    try {
      CallReport report = json.readValue((String) row[0], CallReport.class);
      Map<String, Object> arguments = ExactJson.map((String) row[1]);
      return new RunResult(
          report.position(),
          report.connectorId(),
          report.connector(),
          report.tool(),
          arguments,
          RelativeText.read((String) row[2]),
          report.callKey(),
          Objects.requireNonNull(report.storedAt()),
          Objects.requireNonNull(report.contentHash()),
          report.shapeHash(),
          report.shared(),
          ((Number) row[3]).longValue());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored call is not JSON", e);
    }
  }
}
