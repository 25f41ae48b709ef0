package dev.liveartifacts.connector.refresh;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.delegation.RelativeText;
import dev.liveartifacts.connector.work.UnitOfWork;
import dev.liveartifacts.contracts.refresh.CallReport;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The calls that runs have made, in PostgreSQL, until their results are taken. */
@ApplicationScoped
public class RunCallStore implements PanacheRepositoryBase<RunCallRow, RunCallRow.Key> {
  private static final String INSERT =
      """
      insert into refresh_call
        (run_id, position, report, arguments, relative, content, bytes, ended_at)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      on conflict (run_id, position) do nothing
      """;

  private static final String REPORT =
      "select report from refresh_call where run_id = ?1 and position = ?2";

  private static final String REPORTS =
      "select report from refresh_call where run_id = ?1 order by position";

  private final UnitOfWork unit;
  private final ObjectMapper json;
  private final Clock clock;

  public RunCallStore(UnitOfWork unit, ObjectMapper json, Clock clock) {
    this.unit = unit;
    this.json = json;
    this.clock = clock;
  }

  /** Keeps a call, and gives what is kept: the first of two that were made at once wins. */
  Uni<CallReport> keep(UUID runId, MadeCall call) {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                insert(session, runId, call)
                    .chain(() ->
                        session
                            .createNativeQuery(REPORT, String.class)
                            .setParameter(1, runId)
                            .setParameter(2, call.planned().position())
                            .getSingleResult()))
            .map(this::read));
  }

  /** What a run has made so far, in the order of the delegation. */
  Uni<List<CallReport>> reports(UUID runId) {
    return unit.in(() ->
        Panache.getSession()
            .chain(session ->
                session
                    .createNativeQuery(REPORTS, String.class)
                    .setParameter(1, runId)
                    .getResultList())
            .map(reports -> reports.stream().map(this::read).toList()));
  }

  /**
   * What a run made before it was interrupted, as far as the delegation has not changed since: what
   * older ones made is forgotten.
   */
  Uni<List<CallReport>> since(Instant delegatedAt, UUID runId) {
    return unit.in(() -> delete("runId = ?1 and endedAt < ?2", runId, delegatedAt))
        .chain(() -> reports(runId));
  }

  Uni<Void> forget(UUID runId) {
    return unit.in(() -> delete("runId", runId)).replaceWithVoid();
  }

  private Uni<Integer> insert(Mutiny.Session session, UUID runId, MadeCall call) {
    return session
        .createNativeQuery(INSERT)
        .setParameter(1, runId)
        .setParameter(2, call.planned().position())
        .setParameter(3, write(call.report()))
        .setParameter(4, call.planned().arguments().toString())
        .setParameter(5, RelativeText.write(call.planned().delegated().relative()))
        .setParameter(6, call.deflated())
        .setParameter(7, call.length())
        .setParameter(8, clock.instant())
        .executeUpdate();
  }

  private CallReport read(String report) {
    try {
      return json.readValue(report, CallReport.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored report of a call is not JSON", e);
    }
  }

  private String write(CallReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The report of a call cannot be written as JSON", e);
    }
  }
}
