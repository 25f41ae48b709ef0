package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.work.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Work in a transaction that PostgreSQL holds to reading, ends in time, and never commits. Whoever
 * stops waiting cancels the statement at the server.
 */
@ApplicationScoped
public class ReadOnly {
  private static final String BEGIN =
      """
      begin transaction isolation level repeatable read read only;
      set local statement_timeout = %1$d;
      set local lock_timeout = %1$d;
      set local idle_in_transaction_session_timeout = %2$d;
      set local timezone = 'UTC';
      set local standard_conforming_strings = on;
      set local extra_float_digits = 1;
      set local row_security = on
      """;

  private static final State WAITING = new State.Waiting();

  private final Databases databases;
  private final String begin;

  public ReadOnly(Databases databases, SqlConfig config) {
    this.databases = databases;
    long timeout = config.statementTimeout().toMillis();
    this.begin = BEGIN.formatted(timeout, timeout * 2);
  }

  <T> Uni<T> in(Login login, Function<SqlConnection, Future<T>> work) {
    return databases.of(login).chain(pool -> CallerContext.keep(in(pool, work)));
  }

  private <T> Uni<T> in(Pool pool, Function<SqlConnection, Future<T>> work) {
    return Uni.createFrom()
        .emitter(emitter -> {
          AtomicReference<State> state = new AtomicReference<>(WAITING);
          emitter.onTermination(() -> leave(state));
          pool.getConnection()
              .compose(connection -> run(connection, state, work))
              .onComplete(emitter::complete, emitter::fail);
        });
  }

  private <T> Future<T> run(
      SqlConnection connection,
      AtomicReference<State> state,
      Function<SqlConnection, Future<T>> work) {
    if (!state.compareAndSet(WAITING, new State.Asking(connection))) {
      return connection.close().compose(closed -> Future.failedFuture("Nobody waits any more"));
    }
    return connection
        .query(begin)
        .execute()
        .compose(begun -> work.apply(connection))
        .eventually(() -> {
          state.set(new State.Done());
          // A rollback undoes settings; what belongs to the session has to be thrown away.
          return connection
              .query("rollback; select pg_catalog.pg_advisory_unlock_all()")
              .execute()
              .transform(done -> connection.close());
        });
  }

  private static void leave(AtomicReference<State> state) {
    if (state.getAndSet(new State.Done()) instanceof State.Asking(SqlConnection connection)) {
      PgConnection.cast(connection).cancelRequest();
    }
  }

  private sealed interface State {
    record Waiting() implements State {}

    record Asking(SqlConnection connection) implements State {}

    record Done() implements State {}
  }
}
