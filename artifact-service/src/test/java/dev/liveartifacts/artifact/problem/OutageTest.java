package dev.liveartifacts.artifact.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {
  @ParameterizedTest
  @ValueSource(strings = {"08006", "53300", "57P01", "57P03"})
  void a_database_that_takes_nobody_now_is_one(String state) {
    assertThat(Outage.isIn(refused(state))).isTrue();
    assertThat(Outage.isIn(new IllegalStateException(refused(state)))).isTrue();
  }

  @Test
  void a_connection_that_cannot_be_made_or_breaks_is_one() {
    assertThat(Outage.isIn(new ConnectException("refused"))).isTrue();
    assertThat(Outage.isIn(ClosedConnectionException.INSTANCE)).isTrue();
  }

  @Test
  void so_is_one_that_gives_no_connection_in_time() {
    assertThat(Outage.isIn(new NoStackTraceThrowable("Timeout"))).isTrue();
    assertThat(Outage.isIn(new VertxException("Timeout waiting for connection"))).isTrue();
    assertThat(Outage.isIn(new VertxException("Closed"))).isFalse();
    assertThat(Outage.isIn(new IllegalStateException("Timeout"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "57014", "22001"})
  void what_was_asked_wrongly_is_none(String state) {
    assertThat(Outage.isIn(refused(state))).isFalse();
  }

  @Test
  void nor_is_a_failure_of_ours() {
    assertThat(Outage.isIn(new IllegalStateException())).isFalse();
    assertThat(Outage.isIn(new PgException("odd", null, null, null))).isFalse();
  }

  private static PgException refused(String state) {
    return new PgException("no", "FATAL", state, null);
  }
}
