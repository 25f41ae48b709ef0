package dev.liveartifacts.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.egress.EgressConfig;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.SystemResolver;
import dev.liveartifacts.connector.mcp.McpClient;
import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.mcp.Respondent;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.ToolCall;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Optional;

/**
 * Does what a page would do, with a client as connector-service builds it: lists the tools, and
 * calls them.
 */
final class Errands {
  private final Vertx vertx;
  private final EgressGuard guard;
  private final McpClient client;

  Errands(Vertx vertx) {
    this.vertx = vertx;
    this.guard =
        new EgressGuard(
            new ThisMachine(), new SystemResolver(new io.vertx.mutiny.core.Vertx(vertx)));
    this.client = new McpClient(vertx, guard, new ObjectMapper(), new Bounds(), new Agreeable());
  }

  Uni<Void> run(Errand errand) {
    SignedIn connection = new SignedIn(vertx, guard, errand);
    return connection
        .ask(client::tools)
        .onItem()
        .transformToMulti(tools -> Multi.createFrom().iterable(calls(tools, errand.context())))
        .onItem()
        .transformToUniAndConcatenate(call -> connection.ask(target -> client.call(target, call)))
        .collect()
        .last()
        .replaceWithVoid()
        .eventually(() -> client.end(connection.target()));
  }

  private static List<ToolCall> calls(List<Tool> tools, JsonNode context) {
    return context.has("toolCalls")
        ? context.path("toolCalls").valueStream().map(call -> named(tools, call)).toList()
        : tools.stream().map(tool -> ToolCall.of(tool, Example.of(tool, tools))).toList();
  }

  private static ToolCall named(List<Tool> tools, JsonNode call) {
    String name = call.path("name").asText();
    Tool tool =
        tools.stream()
            .filter(offered -> offered.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("There is no tool " + name));
    return ToolCall.of(tool, (ObjectNode) call.path("arguments"));
  }

  /** A person who agrees with whatever a server proposes. */
  private record Agreeable() implements Respondent {
    @Override
    public boolean isPresent() {
      return true;
    }

    @Override
    public Uni<Optional<ObjectNode>> answer(McpTarget target, JsonNode question) {
      return Uni.createFrom().item(Optional.of(JsonNodeFactory.instance.objectNode()));
    }
  }

  /** The referee's servers are on this machine, without TLS. */
  private record ThisMachine() implements EgressConfig {
    @Override
    public boolean allowLoopback() {
      return true;
    }

    @Override
    public boolean allowHttp() {
      return true;
    }

    @Override
    public Optional<List<String>> allowNetworks() {
      return Optional.empty();
    }
  }
}
