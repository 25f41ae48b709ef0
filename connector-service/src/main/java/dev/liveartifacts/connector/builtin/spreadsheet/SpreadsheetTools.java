package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.builtin.Asker;
import dev.liveartifacts.connector.builtin.BuiltIn;
import dev.liveartifacts.connector.builtin.OfferedTool;
import dev.liveartifacts.connector.builtin.ToolResult;
import dev.liveartifacts.connector.builtin.Workers;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A spreadsheet as a connector: its sheets, their rows, and what they come to. */
@ApplicationScoped
public class SpreadsheetTools implements BuiltIn {
  static final String KIND = "spreadsheet";

  private final SpreadsheetStore store;
  private final FetchedFiles fetched;
  private final Workbooks workbooks;
  private final Workers workers;
  private final SpreadsheetConfig config;

  public SpreadsheetTools(
      SpreadsheetStore store,
      FetchedFiles fetched,
      Workbooks workbooks,
      Workers workers,
      SpreadsheetConfig config) {
    this.fetched = fetched;
    this.store = store;
    this.workbooks = workbooks;
    this.workers = workers;
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
        .map(SpreadsheetTools::present)
        .map(file -> SpreadsheetSchemas.tools(config.rowLimit(), file.address() != null));
  }

  @Override
  public Uni<ToolResult> call(Asker asker, String tool, ObjectNode arguments) {
    return store
        .find(asker.connectorId())
        .map(SpreadsheetTools::present)
        .chain(file -> fetched.current(asker.connectorId(), file))
        .chain(file ->
            workbooks
                .of(asker.connectorId(), file)
                .chain(book -> workers.run(() -> answer(file, book, tool, arguments))))
        .onFailure(BadSpreadsheet.class)
        .recoverWithItem(e -> ToolResult.failed(((BadSpreadsheet) e).sentence()));
  }

  private ToolResult answer(StoredFile file, Workbook book, String tool, ObjectNode arguments) {
    return switch (tool) {
      case SpreadsheetSchemas.LIST_SHEETS -> ToolResult.of(sheets(file, book));
      case SpreadsheetSchemas.READ_ROWS ->
          ToolResult.of(RowQuery.ask(sheet(book, arguments), arguments, config.rowLimit()).json());
      case SpreadsheetSchemas.AGGREGATE ->
          ToolResult.of(
              Aggregation.ask(sheet(book, arguments), arguments, config.rowLimit()).json());
      default -> ToolResult.failed("A spreadsheet has no such tool.");
    };
  }

  private static Table sheet(Workbook book, ObjectNode arguments) {
    return book.sheet(arguments.path("sheet").textValue());
  }

  private static ObjectNode sheets(StoredFile file, Workbook book) {
    ObjectNode result =
        ExactJson.emptyObject()
            .put("file", file.fileName())
            .put("version", file.version())
            .put("updatedAt", file.updatedAt().toString());
    ArrayNode sheets = result.putArray("sheets");
    book.sheets().forEach(sheet -> sheets.add(described(sheet)));
    return result;
  }

  private static ObjectNode described(Table sheet) {
    ObjectNode described =
        ExactJson.emptyObject().put("name", sheet.name()).put("rows", sheet.rows().size());
    ArrayNode columns = described.putArray("columns");
    sheet
        .columns()
        .forEach(column ->
            columns.addObject().put("name", column.name()).put("type", column.type().word()));
    return described;
  }

  private static StoredFile present(Optional<StoredFile> file) {
    return file.orElseThrow(
        () -> new McpException(new McpFailure.Unreachable("has no file any more")));
  }
}
