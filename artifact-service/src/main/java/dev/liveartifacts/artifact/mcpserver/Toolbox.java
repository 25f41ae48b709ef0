package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.problem.ProblemException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** All tools, by name. What goes wrong in one is an answer that the model can act on. */
@Singleton
class Toolbox {
  private static final Logger LOG = Logger.getLogger(Toolbox.class);

  private final Map<String, Entry> tools = new LinkedHashMap<>();
  private final MeterRegistry metrics;

  Toolbox(@All List<Tool> all, MeterRegistry metrics) {
    this.metrics = metrics;
    all.stream()
        .map(tool -> new Entry(tool, tool.card()))
        .sorted(Comparator.comparing(entry -> entry.card().name()))
        .forEach(entry -> tools.put(entry.card().name(), entry));
  }

  boolean knows(String name) {
    return tools.containsKey(name);
  }

  ObjectNode list() {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    tools.values().forEach(entry -> result.withArray("tools").add(entry.card().json()));
    return result;
  }

  Uni<? extends Outcome> call(String name, Ask ask) {
    Entry entry = tools.get(name);
    if (entry == null) {
      throw new RpcException(
          RpcError.badParams("There is no tool '%s'. There are: %s.".formatted(name, names())));
    }
    Optional<String> complaint = entry.card().check().complaint(ask.arguments());
    return complaint.isPresent()
        ? Uni.createFrom().item(ToolAnswer.failed(complaint.get()))
        : timed(entry, ask);
  }

  private Uni<? extends Outcome> timed(Entry entry, Ask ask) {
    Timer.Sample watch = Timer.start(metrics);
    return Uni.createFrom()
        .<Outcome>deferred(() -> entry.tool().call(ask).map(outcome -> outcome))
        .onFailure(failure -> !(failure instanceof RpcException))
        .recoverWithItem(failure -> failed(entry, failure))
        .eventually(() -> watch.stop(metrics.timer("live.mcp.tools", "tool", entry.card().name())));
  }

  private static Outcome failed(Entry entry, Throwable failure) {
    if (failure instanceof ProblemException known) {
      return ToolAnswer.failed(known.problem().detail());
    }
    String reference = UUID.randomUUID().toString();
    LOG.errorf(failure, "Tool %s failed, reference %s", entry.card().name(), reference);
    return ToolAnswer.failed(RpcError.unexpected(reference).message());
  }

  private String names() {
    return String.join(", ", tools.keySet());
  }

  private record Entry(Tool tool, ToolCard card) {}
}
