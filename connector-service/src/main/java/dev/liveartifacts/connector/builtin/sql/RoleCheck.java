package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Signs in to a database before it is added, and looks at what the role may do. One that could
 * reach the server's files or programs, or is above all rights, is refused: a transaction that only
 * reads does not hold it.
 */
@ApplicationScoped
public class RoleCheck {
  private static final String RIGHTS =
      """
      select r.rolsuper or r.rolreplication or r.rolbypassrls or r.rolcreaterole
          or exists (select 1 from pg_catalog.pg_roles p where p.rolname in
            ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program')
            and pg_has_role(r.oid, p.oid, 'member')) as mighty,
        exists (select 1 from pg_catalog.pg_class c join pg_catalog.pg_namespace n
            on n.oid = c.relnamespace
          where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
            and n.nspname not like 'pg_toast%' and n.nspname not like 'pg_temp%'
            and has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate')) as writes
      from pg_catalog.pg_roles r where r.rolname = current_user\
      """;

  private final ReadOnly readOnly;

  public RoleCheck(ReadOnly readOnly) {
    this.readOnly = readOnly;
  }

  /** The source with what was found about its role. Fails with a problem that says what to do. */
  Uni<Source> of(Source source, String password) {
    Login login = new Login(UUID.randomUUID(), source, password);
    return readOnly
        .in(login, RoleCheck::rights)
        .onFailure(failure -> !(failure instanceof ProblemException))
        .transform(RoleCheck::problem)
        .map(source::withRole);
  }

  private static Future<Boolean> rights(SqlConnection connection) {
    return connection.query(RIGHTS).execute().map(rows -> writes(rows.iterator().next()));
  }

  private static boolean writes(Row rights) {
    if (rights.getBoolean("mighty")) {
      throw ProblemException.invalid(
          "This role is a superuser or may reach the server's files. Make a role for pages that may"
              + " only SELECT: create role pages login password '…'; grant pg_read_all_data to pages.");
    }
    return rights.getBoolean("writes");
  }

  private static ProblemException problem(Throwable failure) {
    String sentence =
        failure instanceof PgException refused
            ? SqlFailures.sentence(refused)
            : FailureWords.of("The database", SqlFailures.named(failure));
    return ProblemException.invalid(sentence);
  }
}
