package dev.liveartifacts.connector.builtin.sql;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.builtin.Asker;
import dev.liveartifacts.connector.builtin.BuiltIn;
import dev.liveartifacts.connector.builtin.OfferedTool;
import dev.liveartifacts.connector.builtin.ToolResult;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.mcp.wire.Credential;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database as a connector: named queries, or any SELECT, and nothing that writes. */
@ApplicationScoped
public class SqlTools implements BuiltIn {
  static final String KIND = "sql";
  private static final int DEFAULT_LIMIT = 1_000;
  private static final String BEARER = "Bearer ";

  private static final String TABLES =
      """
      select n.nspname as schema, c.relname as name,
        case c.relkind when 'v' then 'view' when 'm' then 'materialized view' else 'table' end as kind,
        pg_catalog.obj_description(c.oid, 'pg_class') as description
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'v', 'm', 'p', 'f')
        and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'
        and has_schema_privilege(n.oid, 'usage')
        and (has_table_privilege(c.oid, 'select') or has_any_column_privilege(c.oid, 'select'))
      order by 1, 2\
      """;

  private static final String COLUMNS =
      """
      select a.attname as name, pg_catalog.format_type(a.atttypid, a.atttypmod) as type,
        not a.attnotnull as nullable, pg_catalog.col_description(c.oid, a.attnum) as description
      from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
        join pg_catalog.pg_attribute a on a.attrelid = c.oid
      where n.nspname = $1::text and c.relname = $2::text and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(c.oid, a.attnum, 'select')
      order by a.attnum\
      """;

  private final SqlStore store;
  private final ReadOnly readOnly;
  private final SqlConfig config;

  public SqlTools(SqlStore store, ReadOnly readOnly, SqlConfig config) {
    this.store = store;
    this.readOnly = readOnly;
    this.config = config;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<List<OfferedTool>> tools(Asker asker) {
    return store
        .find(asker.connectorId())
        .map(SqlTools::present)
        .map(source -> SqlSchemas.tools(source, config.rowLimit()));
  }

  @Override
  public Uni<ToolResult> call(Asker asker, String tool, ObjectNode arguments) {
    return store
        .find(asker.connectorId())
        .map(SqlTools::present)
        .chain(source -> ask(asker, source, statement(source, tool, arguments)))
        .map(ToolResult::of)
        .onFailure()
        .recoverWithUni(SqlFailures::result);
  }

  private Uni<byte[]> ask(Asker asker, Source source, Statement statement) {
    Login login = new Login(asker.connectorId(), source, password(asker.credential()));
    return readOnly.in(login, connection -> SqlAnswer.to(statement, connection));
  }

  private Statement statement(Source source, String tool, ObjectNode arguments) {
    Optional<NamedQuery> named =
        source.queries().stream().filter(query -> query.name().equals(tool)).findFirst();
    if (named.isPresent()) {
      List<Parameter> declared = named.get().asked();
      SqlText text = SqlText.of(named.get().sql(), declared);
      return Statement.of(text, declared, arguments, limit(arguments, declared));
    }
    if (source.mode() != Mode.SELECT) {
      throw new BadSql("There is no such query.");
    }
    return switch (tool) {
      case SqlSchemas.QUERY -> free(arguments);
      case SqlSchemas.LIST_TABLES -> new Statement(TABLES, List.of(), config.rowLimit());
      case SqlSchemas.LIST_COLUMNS ->
          new Statement(
              COLUMNS,
              List.of(
                  arguments.path("schema").asText("public"), arguments.path("table").asText("")),
              config.rowLimit());
      default -> throw new BadSql("There is no such query.");
    };
  }

  private Statement free(ObjectNode arguments) {
    SqlText text = SqlText.of(arguments.path("sql").asText(""), List.of());
    return Statement.of(text, List.of(), ExactJson.emptyObject(), limit(arguments, List.of()));
  }

  private int limit(ObjectNode arguments, List<Parameter> declared) {
    boolean own = declared.stream().anyMatch(parameter -> parameter.name().equals("limit"));
    int asked = own ? config.rowLimit() : arguments.path("limit").asInt(DEFAULT_LIMIT);
    if (asked < 1 || asked > config.rowLimit()) {
      throw new BadSql("The limit is a number from 1 to " + config.rowLimit() + ".");
    }
    return asked;
  }

  private static String password(@Nullable Credential credential) {
    return credential == null ? "" : credential.value().substring(BEARER.length());
  }

  private static Source present(Optional<Source> source) {
    return source.orElseThrow(
        () -> new McpException(new McpFailure.Unreachable("has no database any more")));
  }
}
