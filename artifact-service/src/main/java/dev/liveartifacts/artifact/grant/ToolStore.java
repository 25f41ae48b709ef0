package dev.liveartifacts.artifact.grant;

import dev.liveartifacts.artifact.mapping.RequestedTool;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** The tools of each artifact. */
@Singleton
public class ToolStore {
  private final Clock clock;

  ToolStore(Clock clock) {
    this.clock = clock;
  }

  public Uni<List<ArtifactTool>> of(UUID artifactId) {
    return Panache.withSession(() -> rows(artifactId).map(ToolStore::views));
  }

  /**
   * Adds what is asked for and not known yet; what is known, and granted, stays as it is. Needs a
   * transaction.
   */
  public Uni<Void> request(UUID artifactId, List<RequestedTool> tools) {
    return rows(artifactId).flatMap(rows -> persist(missing(artifactId, rows, tools)));
  }

  /** Carries out the owner's decisions. */
  Uni<List<ArtifactTool>> decide(UUID artifactId, UUID owner, List<Decision> decisions) {
    return Panache.withTransaction(() ->
        rows(artifactId)
            .map(ToolStore::byName)
            .invoke(known -> decisions.forEach(one -> apply(artifactId, owner, known, one)))
            .flatMap(known -> persist(List.copyOf(known.values())).replaceWith(known))
            .map(known -> views(List.copyOf(known.values()))));
  }

  private void apply(
      UUID artifactId, UUID owner, Map<String, ArtifactToolRow> known, Decision decision) {
    ArtifactToolRow row =
        known.computeIfAbsent(
            decision.name().text(),
            name -> ArtifactToolRow.requested(artifactId, decision.name(), known.size()));
    if (decision.mapping() != null) {
      row.map(decision.mapping());
    }
    if (decision.granted()) {
      row.grant(owner, clock.instant());
    } else {
      row.withdraw();
    }
  }

  private static List<ArtifactToolRow> missing(
      UUID artifactId, List<ArtifactToolRow> rows, List<RequestedTool> tools) {
    Map<String, ArtifactToolRow> known = byName(rows);
    return tools.stream()
        .filter(tool -> !known.containsKey(tool.name().text()))
        .map(tool -> requested(artifactId, tool, rows.size() + tools.indexOf(tool)))
        .toList();
  }

  private static ArtifactToolRow requested(UUID artifactId, RequestedTool tool, int position) {
    ArtifactToolRow row = ArtifactToolRow.requested(artifactId, tool.name(), position);
    if (tool.mapping() != null) {
      row.map(tool.mapping());
    }
    return row;
  }

  private static Uni<Void> persist(List<ArtifactToolRow> rows) {
    return Panache.getSession().flatMap(session -> persist(session, rows));
  }

  private static Uni<Void> persist(Mutiny.Session session, List<ArtifactToolRow> rows) {
    List<ArtifactToolRow> fresh = rows.stream().filter(row -> !session.contains(row)).toList();
    return session.persistAll(fresh.toArray());
  }

  private static Uni<List<ArtifactToolRow>> rows(UUID artifactId) {
    return ArtifactToolRow.list("artifactId = ?1 order by position, name", artifactId);
  }

  private static Map<String, ArtifactToolRow> byName(List<ArtifactToolRow> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.name, Function.identity(), (one, other) -> one, LinkedHashMap::new));
  }

  private static List<ArtifactTool> views(List<ArtifactToolRow> rows) {
    return rows.stream().map(ArtifactToolRow::view).toList();
  }
}
