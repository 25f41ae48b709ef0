package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.call.CallPolicy.Mode;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.mcp.ToolCall;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.register.ConnectorCache;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.tool.Permissions;
import dev.liveartifacts.connector.tool.PermittedTool;
import dev.liveartifacts.connector.tool.ToolUseLoop;
import dev.liveartifacts.contracts.call.ErrorCode;
import io.opentelemetry.instrumentation.annotations.WithSpan;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers calls: from the cache, from the source, or with the reason why not. */
@ApplicationScoped
public class Calls {
  private final ConnectorCache connectors;
  private final Permissions permissions;
  private final ToolUseLoop uses;
  private final CachedCalls cached;
  private final Upstream upstream;
  private final CallMetrics metrics;

  public Calls(
      ConnectorCache connectors,
      Permissions permissions,
      ToolUseLoop uses,
      CachedCalls cached,
      Upstream upstream,
      CallMetrics metrics) {
    this.connectors = connectors;
    this.permissions = permissions;
    this.uses = uses;
    this.cached = cached;
    this.upstream = upstream;
    this.metrics = metrics;
  }

  /**
   * The answer for a person, by the connection that the person uses. Never fails for the source.
   */
  @WithSpan("call")
  public Uni<Answer> answer(Call call, String personId) {
    return answer(call, new Asking(personId, personId), Mode.ATTENDED);
  }

  /** The same while the person is away or only tries: a tool that writes is refused. */
  @WithSpan("unattended call")
  public Uni<Answer> answerUnattended(Call call, String personId) {
    return answer(call, new Asking(personId, personId), Mode.UNATTENDED);
  }

  /**
   * The same for somebody else, who sees what the owner of a connection shows: cached with the
   * owner's, and made in the viewer's turn, who takes nobody else's.
   */
  @WithSpan("delegated call")
  public Uni<Answer> answerFor(String viewerId, Call call, String ownerId) {
    return answer(call, new Asking(ownerId, viewerId), Mode.UNATTENDED);
  }

  private Uni<Answer> answer(Call call, Asking asking, Mode mode) {
    return connectors
        .find(call.connectorId(), asking.connectionOf())
        .chain(found ->
            found.map(reach -> reached(call, reach, asking, mode)).orElseGet(() -> notThere(call)))
        .invoke(metrics::answered);
  }

  private Uni<Answer> reached(Call call, Reach reach, Asking asking, Mode mode) {
    return permissions
        .find(reach, call.tool())
        .chain(tool -> decided(call, reach, asking.turnOf(), tool, mode))
        .onFailure(McpException.class)
        .recoverWithItem(e -> withoutTools(call, reach, (McpException) e));
  }

  private Uni<Answer> decided(
      Call call, Reach reach, String personId, Optional<PermittedTool> tool, Mode mode) {
    String callKey;
    try {
      callKey = CallKey.of(reach.connection().id(), call.tool(), call.arguments());
    } catch (IllegalArgumentException e) {
      Outcome outcome = Outcome.failed(ErrorCode.BAD_REQUEST, "The arguments hold broken text.");
      return Uni.createFrom().item(answer(call, reach, null, outcome));
    }
    return outcome(call, reach, personId, CallPolicy.of(reach, call, tool, mode), callKey)
        .map(outcome -> answer(call, reach, callKey, outcome));
  }

  private Uni<Outcome> outcome(
      Call call, Reach reach, String personId, CallPolicy policy, String callKey) {
    return switch (policy) {
      case CallPolicy.Share(Tool tool) -> {
        uses.used(reach.connector().id(), tool.name());
        yield cached.outcome(call, tool, reach, personId, callKey);
      }
      case CallPolicy.Direct(Tool tool) -> {
        uses.used(reach.connector().id(), tool.name());
        yield direct(call, tool, reach, personId);
      }
      case CallPolicy.Refuse(var error) ->
          Uni.createFrom().item(new Outcome.Failed(error, 0, null));
    };
  }

  private Uni<Outcome> direct(Call call, Tool tool, Reach reach, String personId) {
    return upstream
        .call(reach, personId, ToolCall.of(tool, call.arguments()))
        .map(landing -> Outcome.of(landing, Optional.empty()));
  }

  private static Uni<Answer> notThere(Call call) {
    Outcome outcome = Outcome.failed(ErrorCode.SERVER_NOT_FOUND, "There is no such connector.");
    return Uni.createFrom()
        .item(new Answer(call.connectorId(), "", call.tool(), null, false, outcome));
  }

  private static Answer withoutTools(Call call, Reach reach, McpException e) {
    Landing missed = Failures.missed(reach.connector().name(), e.failure(), 0);
    return answer(call, reach, null, Outcome.of(missed, Optional.empty()));
  }

  private static Answer answer(Call call, Reach reach, @Nullable String callKey, Outcome outcome) {
    return new Answer(
        call.connectorId(),
        reach.connector().name(),
        call.tool(),
        callKey,
        reach.isShared(),
        outcome);
  }

  /** By whose connection, and in whose turn. */
  private record Asking(String connectionOf, String turnOf) {}
}
