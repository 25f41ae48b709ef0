package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.bridge.CurrentAnswers;
import dev.liveartifacts.artifact.bridge.CurrentAnswers.Current;
import dev.liveartifacts.artifact.delegation.Delegating;
import dev.liveartifacts.artifact.delegation.Proposal;
import dev.liveartifacts.artifact.snapshot.Content;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the recorded calls of an artifact's current version, a few at a time. */
@Singleton
class PresentCalls {
  private static final int AT_ONCE = 4;

  private final Delegating delegating;
  private final CurrentAnswers answers;
  private final ContentStore contents;

  PresentCalls(Delegating delegating, CurrentAnswers answers, ContentStore contents) {
    this.delegating = delegating;
    this.answers = answers;
    this.contents = contents;
  }

  /**
   * Their answers, kept for a while.
   *
   * @param timeZone in which the page's "today" is meant: an IANA name
   * @param token whose answers these are
   */
  Uni<List<Draft.Call>> of(Facts facts, String timeZone, String token) {
    return delegating
        .proposal(facts, timeZone)
        .map(proposal -> wanted(proposal.calls(), facts))
        .onItem()
        .transformToMulti(wanted -> Multi.createFrom().iterable(wanted))
        .onItem()
        .transformToUni(call -> made(call, facts, token))
        .merge(AT_ONCE)
        .collect()
        .asList()
        .map(
            calls -> calls.stream().sorted(Comparator.comparingInt(Draft.Call::position)).toList());
  }

  private static List<Wanted> wanted(List<Proposal.Call> proposed, Facts facts) {
    return IntStream.range(0, proposed.size())
        .mapToObj(at -> wanted(at, proposed.get(at), facts))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Wanted> wanted(int position, Proposal.Call call, Facts facts) {
    return facts.tools().stream()
        .filter(AllowedTool::readOnly)
        .filter(tool -> tool.connectorId().equals(call.connectorId()))
        .filter(tool -> tool.tool().equals(call.tool()))
        .findFirst()
        .map(tool -> new Wanted(position, call, tool, ProposedArguments.now(call)));
  }

  private Uni<Draft.Call> made(Wanted call, Facts facts, String token) {
    return answers
        .to(facts.artifactId(), call.tool(), call.arguments(), token)
        .flatMap(current -> kept(call, facts, current));
  }

  private Uni<Draft.Call> kept(Wanted call, Facts facts, Current current) {
    return switch (current) {
      case Current.Unanswered(var reason) ->
          Uni.createFrom().item(call.drafted(facts, null, null, reason));
      case Current.Answered(var storedAt, var result) ->
          Uni.createFrom()
              .item(() -> Content.of(result))
              .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
              .call(contents::keep)
              .map(content -> call.drafted(facts, storedAt, content.sha256(), null));
    };
  }

  private record Wanted(
      int position, Proposal.Call proposed, AllowedTool tool, ObjectNode arguments) {
    Draft.Call drafted(
        Facts facts,
        @Nullable Instant storedAt,
        @Nullable String content,
        @Nullable String trouble) {
      return new Draft.Call(
          position,
          Names.of(tool.connectorId(), tool.tool(), facts.tools()),
          tool.connectorName(),
          tool.tool(),
          arguments.toString(),
          ProposedArguments.paths(proposed),
          storedAt,
          content,
          trouble);
    }
  }
}
