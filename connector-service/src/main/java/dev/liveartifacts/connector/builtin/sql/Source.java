package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.problem.ProblemException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A database that may be asked, and what.
 *
 * @param version grows with every change
 * @param mayWrite true if the role could write, were the transaction not read-only
 */
public record Source(
    int version,
    String host,
    int port,
    String database,
    String user,
    Mode mode,
    List<NamedQuery> queries,
    boolean mayWrite) {
  public Source {
    queries = List.copyOf(queries);
  }

  Source withRole(boolean writes) {
    return new Source(version, host, port, database, user, mode, queries, writes);
  }

  Source asking(Mode other, List<NamedQuery> others) {
    return new Source(version + 1, host, port, database, user, other, others, mayWrite);
  }

  /** Refuses what no page could ask. */
  void requireGood() {
    if (mode == Mode.NAMED && queries.isEmpty()) {
      throw ProblemException.invalid("Write down at least one query, or allow any SELECT.");
    }
    Set<String> names = new HashSet<>(SqlSchemas.RESERVED);
    for (NamedQuery query : queries) {
      if (!names.add(query.name())) {
        throw ProblemException.invalid("There is more than one query \"" + query.name() + "\".");
      }
      SqlText.of(query.sql(), query.asked());
    }
  }
}
