package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query with the values of its parameters, as texts: PostgreSQL itself makes dates and numbers of
 * them, and JSON of its rows, so that nothing is rounded on the way.
 *
 * @param limit the most rows of the answer
 */
record Statement(String sql, List<@Nullable String> values, int limit) {
  /** A longer row comes back empty, instead of filling our memory. */
  static final int LONGEST_ROW = 256 * 1024;

  static Statement of(SqlText text, List<Parameter> declared, ObjectNode arguments, int limit) {
    List<@Nullable String> values = new ArrayList<>();
    for (Parameter parameter : declared) {
      JsonNode value = arguments.path(parameter.name());
      boolean absent = value.isMissingNode() || value.isNull();
      if (absent && parameter.required()) {
        throw new BadSql("The parameter \"" + parameter.name() + "\" is missing.");
      }
      if (!absent && value.isContainerNode()) {
        throw new BadSql("The parameter \"" + parameter.name() + "\" is a single value.");
      }
    }
    text.parameters().forEach(name -> values.add(value(arguments.path(name))));
    return new Statement(text.sql(), values, limit);
  }

  private static @Nullable String value(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  /** The columns' names and types, without a row. */
  String describing() {
    return "select * from (\n" + sql + "\n) as q limit 0";
  }

  /** The rows as JSON, one more than the limit to tell whether there are more. */
  String reading() {
    return """
    select case when octet_length(row) <= %d then row end from (
    select row_to_json(q)::text as row from (
    %s
    ) as q limit %d) as rows\
    """
        .formatted(LONGEST_ROW, sql, limit + 1);
  }

  @Override
  public String toString() {
    return "Statement[" + values.size() + " values]";
  }
}
