package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.builtin.OfferedTool;
import dev.liveartifacts.connector.builtin.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The tools of a database, as they are offered. */
final class SqlSchemas {
  static final String QUERY = "query";
  static final String LIST_TABLES = "list_tables";
  static final String LIST_COLUMNS = "list_columns";
  static final Set<String> RESERVED = Set.of(QUERY, LIST_TABLES, LIST_COLUMNS);

  private SqlSchemas() {}

  static List<OfferedTool> tools(Source source, int mostRows) {
    List<OfferedTool> tools = new ArrayList<>();
    if (source.mode() == Mode.SELECT) {
      tools.addAll(free(mostRows));
    }
    source.queries().forEach(query -> tools.add(named(query, mostRows)));
    return tools;
  }

  private static List<OfferedTool> free(int mostRows) {
    return List.of(
        tool(
            LIST_TABLES,
            "List tables",
            "The tables and views that may be read, by schema.",
            Schema.ofArguments().requiring()),
        tool(
            LIST_COLUMNS,
            "List columns",
            "The columns of one table or view, with their types.",
            Schema.ofArguments()
                .with("schema", Schema.typed("string"), "The schema; \"public\" without it")
                .with("table", Schema.typed("string"), "The table or view")
                .requiring("table")),
        tool(
            QUERY,
            "Query",
            "Asks one SELECT of PostgreSQL, in a read-only transaction.",
            Schema.ofArguments()
                .with("sql", Schema.typed("string"), "The query, without a semicolon")
                .with("limit", Schema.integer(1, mostRows), "The most rows; 1000 without it")
                .requiring("sql")));
  }

  private static OfferedTool named(NamedQuery query, int mostRows) {
    Schema schema = Schema.ofArguments();
    query
        .asked()
        .forEach(asked ->
            schema.with(
                asked.name(),
                property(asked),
                asked.description() == null ? "" : asked.description()));
    if (query.asked().stream().noneMatch(asked -> asked.name().equals("limit"))) {
      schema.with("limit", Schema.integer(1, mostRows), "The most rows; 1000 without it");
    }
    return tool(
        query.name(),
        query.name().replace('_', ' '),
        query.description() == null ? "A query of the database." : query.description(),
        schema.requiring(
            query.asked().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toArray(String[]::new)));
  }

  private static ObjectNode property(Parameter parameter) {
    ObjectNode property = Schema.typed(parameter.type().json());
    return switch (parameter.type()) {
      case DATE -> property.put("format", "date");
      case TIMESTAMP -> property.put("format", "date-time");
      case UUID -> property.put("format", "uuid");
      case TEXT, INTEGER, NUMBER, BOOLEAN -> property;
    };
  }

  private static OfferedTool tool(
      String name, String title, String description, ObjectNode schema) {
    return new OfferedTool(name, title, description, schema, true, true);
  }
}
