package dev.liveartifacts.artifact.audit;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A search as a statement that says only what was asked for, so that an index can answer it. */
record SearchSql(String text, List<Object> values) {
  private static final String SELECT =
      """
      select e.id, e.at, e.actor, e.person_id, e.person_name, e.action, e.artifact_id,
        a.title as artifact_title, e.connector_id, e.connector, e.tool, e.outcome, e.code,
        e.address, e.agent, e.token_id, e.token_name, e.whom_id, w.name as whom_name,
        e.calls, e.failed
      from audit_entry e left join artifact a on a.id = e.artifact_id
        left join person w on w.id = e.whom_id
      where true
      """;

  static SearchSql of(Search search, int limit) {
    Clauses clauses = new Clauses();
    UUID person = uuid(search.person());
    clauses.add("e.person_id = $", person);
    clauses.add(
        "strpos(lower(e.person_name), lower($)) > 0", person == null ? search.person() : null);
    clauses.add("e.artifact_id = $", search.artifact());
    clauses.add("e.connector_id = $", search.connector());
    clauses.add("e.tool = $", search.tool());
    clauses.add("e.outcome = $", search.outcome());
    String action = search.action();
    if (action != null) {
      boolean whole = action.contains(".");
      clauses.add(
          whole ? "e.action = $" : "starts_with(e.action, $)", whole ? action : action + ".");
    }
    clauses.add("e.at >= $", search.from() == null ? null : search.from().atOffset(ZoneOffset.UTC));
    clauses.add("e.at < $", search.to() == null ? null : search.to().atOffset(ZoneOffset.UTC));
    Place before = search.before();
    if (before != null) {
      clauses.add("e.at <= $", before.at().atOffset(ZoneOffset.UTC));
      clauses.addPair(before);
    }
    return clauses.sql(limit);
  }

  private static @Nullable UUID uuid(@Nullable String text) {
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException name) {
      return null;
    }
  }

  private static final class Clauses {
    private final StringBuilder text = new StringBuilder(SELECT);
    private final List<Object> values = new ArrayList<>();

    void add(String clause, @Nullable Object value) {
      if (value != null) {
        text.append(" and ").append(clause.replace("$", place(value)));
      }
    }

    void addPair(Place before) {
      text.append(
          " and (e.at, e.id) < (%s, %s)"
              .formatted(place(before.at().atOffset(ZoneOffset.UTC)), place(before.id())));
    }

    SearchSql sql(int limit) {
      text.append(" order by e.at desc, e.id desc limit ").append(place(limit));
      return new SearchSql(text.toString(), List.copyOf(values));
    }

    private String place(Object value) {
      values.add(value);
      return "$" + values.size();
    }
  }
}
