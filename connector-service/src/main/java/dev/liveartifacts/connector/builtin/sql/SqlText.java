package dev.liveartifacts.connector.builtin.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query with its parameters numbered. It stands inside another SELECT when it is asked, where
 * PostgreSQL takes nothing but a query; the words refused here are what even a query in a read-only
 * transaction could do: reach files, other servers, other sessions, its own bounds.
 *
 * @param parameters the names of the parameters, in the order of their numbers
 */
record SqlText(String sql, List<String> parameters) {
  /** Text, quoted names, comments, casts, parameters, names: what a word could hide in. */
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<text>[eE]'(?:[^'\\\\]|\\\\.|'')*+'|'(?:[^']|'')*+')\
          |(?<dollar>\\$(?<tag>[A-Za-z_\\x80-\\uffff][\\w\\x80-\\uffff]*)?\\$)\
          |(?<quoted>"(?:[^"]|"")*+")\
          |(?<line>--[^\\n]*)\
          |(?<comment>/\\*)\
          |(?<cast>::)\
          |:(?<parameter>[a-z][a-z0-9_]*)\
          |(?<number>\\$\\d+)\
          |(?<word>[A-Za-z_\\x80-\\uffff][\\w$\\x80-\\uffff]*)\
          |(?<end>;)
          """
              .strip(),
          Pattern.DOTALL);

  private static final Pattern REFUSED =
      Pattern.compile(
          "set_config|pg_sleep\\w*|dblink\\w*|lo_\\w+|lo(?:create|unlink|read|write)|pg_read_\\w+"
              + "|pg_ls_\\w+|pg_stat_file|pg_file_\\w+|pg_(?:try_)?advisory_\\w+|pg_terminate_backend"
              + "|pg_cancel_backend|pg_reload_conf|pg_rotate_logfile|pg_switch_wal|pg_notify"
              + "|pg_logical_\\w+|pg_replication_\\w+|pg_create_\\w+|pg_drop_\\w+|pg_promote"
              + "|pg_execute_\\w+|pg_log_\\w+|pg_import_\\w+|query_to_\\w+|table_to_xml\\w*"
              + "|cursor_to_xml\\w*|database_to_\\w+|schema_to_\\w+|ts_stat|xpath_table|crosstab\\w*"
              + "|connectby|pg_backup_\\w+|pg_start_backup|pg_stop_backup|pg_export_snapshot|into");

  private static final Set<String> OPENINGS = Set.of("select", "with", "values", "table");

  static SqlText of(String text, List<Parameter> declared) {
    String sql = text.strip().replaceFirst("(?:;\\s*)+$", "");
    StringBuilder numbered = new StringBuilder(sql.length() + 64);
    List<String> parameters = new ArrayList<>();
    Matcher token = TOKEN.matcher(sql);
    int from = 0;
    boolean begun = false;
    while (token.find(from)) {
      numbered.append(sql, from, token.start());
      from = token.end();
      if (token.group("dollar") != null
          || token.group("comment") != null
          || token.group("number") != null) {
        throw new BadSql(
            "Write texts between ' and ', comments behind --, and parameters as :name.");
      }
      if (token.group("end") != null) {
        throw new BadSql("Ask one query at a time, without a semicolon.");
      }
      String word = token.group("word");
      if (word != null || token.group("quoted") != null) {
        String name = word == null ? token.group("quoted") : word;
        begun = requireAllowed(name.toLowerCase(Locale.ROOT), begun, sql, token.end());
      }
      String parameter = token.group("parameter");
      numbered.append(
          parameter == null ? token.group() : numbered(parameter, declared, parameters));
    }
    if (!begun) {
      throw new BadSql("A query begins with SELECT or WITH.");
    }
    return new SqlText(
        numbered.append(sql, from, sql.length()).toString(), List.copyOf(parameters));
  }

  private static boolean requireAllowed(String name, boolean begun, String sql, int end) {
    if (!begun && !OPENINGS.contains(name)) {
      throw new BadSql("A query begins with SELECT or WITH.");
    }
    if (REFUSED.matcher(name.replace("\"", "")).matches()) {
      throw new BadSql("A query must not use " + name + ".");
    }
    // U&"…" spells a name in numbers.
    if (name.equals("u") && sql.startsWith("&", end)) {
      throw new BadSql("Write names as they are, without U&.");
    }
    return true;
  }

  private static String numbered(String name, List<Parameter> declared, List<String> parameters) {
    Parameter parameter =
        declared.stream()
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new BadSql("The query uses :" + name + ", which is not declared."));
    if (!parameters.contains(name)) {
      parameters.add(name);
    }
    return "cast($%d::text as %s)".formatted(parameters.indexOf(name) + 1, parameter.type().sql());
  }
}
