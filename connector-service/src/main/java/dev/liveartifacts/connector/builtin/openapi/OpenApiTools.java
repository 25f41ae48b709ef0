package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.builtin.Asker;
import dev.liveartifacts.connector.builtin.BuiltIn;
import dev.liveartifacts.connector.builtin.HttpFailures;
import dev.liveartifacts.connector.builtin.OfferedTool;
import dev.liveartifacts.connector.builtin.Schema;
import dev.liveartifacts.connector.builtin.ToolResult;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.GuardedHttp;
import dev.liveartifacts.connector.egress.Outgoing;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service with an OpenAPI document as a connector: each operation is a tool. */
@ApplicationScoped
public class OpenApiTools implements BuiltIn {
  static final String KIND = "openapi";
  private static final int LARGEST = 7 * 1024 * 1024;
  private static final Duration DEADLINE = Duration.ofSeconds(28);

  private final OpenApiStore store;
  private final Outgoing http;

  public OpenApiTools(OpenApiStore store, Vertx vertx, EgressGuard guard) {
    this.store = store;
    this.http = new GuardedHttp(vertx, guard, DEADLINE, LARGEST);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<List<OfferedTool>> tools(Asker asker) {
    return source(asker)
        .map(source -> source.operations().stream().map(OpenApiTools::offered).toList());
  }

  @Override
  public Uni<ToolResult> call(Asker asker, String tool, ObjectNode arguments) {
    return source(asker)
        .chain(source -> ask(source, operation(source, tool), asker, arguments))
        .onFailure(BadArguments.class)
        .recoverWithItem(e -> ToolResult.failed(((BadArguments) e).sentence()));
  }

  private Uni<ToolResult> ask(
      ApiSource source, Operation operation, Asker asker, ObjectNode arguments) {
    return http.send(ApiRequest.of(source.base(), operation, arguments, asker.credential()))
        .onFailure(WebFailure.class)
        .transform(failure -> HttpFailures.of((WebFailure) failure))
        .map(ApiAnswers::result);
  }

  private Uni<ApiSource> source(Asker asker) {
    return store
        .find(asker.connectorId())
        .map(found ->
            found.orElseThrow(
                () -> new McpException(new McpFailure.Unreachable("has no document any more"))));
  }

  private static Operation operation(ApiSource source, String tool) {
    Optional<Operation> found =
        source.operations().stream().filter(known -> known.tool().equals(tool)).findFirst();
    return found.orElseThrow(() -> new BadArguments("The service has no such operation."));
  }

  private static OfferedTool offered(Operation operation) {
    Schema schema = Schema.ofArguments();
    for (ApiParameter parameter : operation.parameters()) {
      String description = parameter.schema().path("description").asText("");
      schema.with(parameter.argument(), parameter.schema().deepCopy(), description);
    }
    return new OfferedTool(
        operation.tool(),
        operation.title(),
        operation.description(),
        schema.requiring(
            operation.parameters().stream()
                .filter(ApiParameter::required)
                .map(ApiParameter::argument)
                .toArray(String[]::new)),
        operation.readOnly(),
        true);
  }
}
