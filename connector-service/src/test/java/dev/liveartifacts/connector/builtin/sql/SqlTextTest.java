package dev.liveartifacts.connector.builtin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {
  private static final List<Parameter> DECLARED =
      List.of(
          new Parameter("since", Parameter.Type.DATE, null, true),
          new Parameter("region", Parameter.Type.TEXT, null, false));

  @Test
  void parameters_are_numbered_and_typed_wherever_they_stand_and_nowhere_else() {
    SqlText text =
        SqlText.of(
            "select ':since', \":since\", a::text, 'it''s' -- :since\n"
                + "from t where d > :since and r = :region and e < :since;",
            DECLARED);

    assertThat(text.parameters()).containsExactly("since", "region");
    assertThat(text.sql())
        .isEqualTo(
            "select ':since', \":since\", a::text, 'it''s' -- :since\n"
                + "from t where d > cast($1::text as date) and r = cast($2::text as text) and e <"
                + " cast($1::text as date)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "drop table t",
        "copy t to program 'sh'",
        "do $$ begin end $$",
        "set role postgres",
        "insert into t values (1)",
        "select 1; drop table t",
        "select set_config('transaction_read_only', 'off', false)",
        "select pg_catalog.set_config('a', 'b', false)",
        "select \"set_config\"('a', 'b', false)",
        "select U&\"set\\005fconfig\"('a', 'b', false)",
        "select pg_sleep(1)",
        "select PG_READ_FILE('/etc/passwd')",
        "select lo_export(1, '/tmp/x')",
        "select * from dblink('host=10.0.0.1', 'select 1') as t(a int)",
        "select pg_advisory_lock(1)",
        "select pg_terminate_backend(1)",
        "select * into u from t",
        "select /* hidden */ 1",
        "select $1",
        "select $a$x$a$",
        "select :unknown"
      })
  void what_does_more_than_read_tables_is_refused_with_a_sentence(String sql) {
    assertThatThrownBy(() -> SqlText.of(sql, DECLARED))
        .isInstanceOf(BadSql.class)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select 1",
        "  WITH a as (select 1) select * from a ; ",
        "(select 1) union (select 2)",
        "select 'drop table t; set_config()'",
        "select e'it\\'s; fine'",
        "values (1), (2)"
      })
  void a_query_is_taken(String sql) {
    assertThat(SqlText.of(sql, DECLARED).parameters()).isEmpty();
  }
}
