package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.schedule.Delegated;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import dev.liveartifacts.contracts.relative.RelativeTime;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the owner made of a {@link Proposal}: exactly this is delegated. */
public final class Review {
  private Review() {}

  /**
   * A call that the owner agrees to.
   *
   * @param key of the proposed call
   * @param relative what its arguments mean; one that is not named means what was proposed
   */
  public record Call(
      @NotNull @Size(max = 100) String key,
      @Nullable @Size(max = 50) List<@NotNull @Valid Argument> relative) {}

  /**
   * @param expression null: always the value that was recorded
   */
  public record Argument(
      @NotNull @Size(max = 1_000) String path, @Nullable @Size(max = 60) String expression) {}

  /** The proposal as it is, without what the page does not ask for any more. */
  static List<Delegated.Call> of(Proposal proposal) {
    return proposal.calls().stream()
        .filter(Proposal.Call::current)
        .map(call -> delegated(call, Map.of()))
        .toList();
  }

  /**
   * What the owner agreed to.
   *
   * @throws dev.liveartifacts.artifact.problem.ProblemException if that is not in the proposal
   */
  static List<Delegated.Call> of(Proposal proposal, List<Call> agreed) {
    Map<String, Proposal.Call> proposed =
        proposal.calls().stream()
            .collect(Collectors.toMap(Proposal.Call::key, Function.identity()));
    return agreed.stream().map(call -> agreed(proposed.get(call.key()), call)).toList();
  }

  private static Delegated.Call agreed(Proposal.@Nullable Call proposed, Call agreed) {
    if (proposed == null) {
      throw Problems.conflict(
          "calls-changed", "The page has made other calls meanwhile. Look at them again.");
    }
    Map<String, @Nullable String> meant = new HashMap<>();
    if (agreed.relative() != null) {
      agreed.relative().forEach(one -> meant.put(one.path(), checked(one.expression())));
    }
    return delegated(proposed, meant);
  }

  private static @Nullable String checked(@Nullable String expression) {
    try {
      return expression == null ? null : RelativeTime.parse(expression).toString();
    } catch (IllegalArgumentException e) {
      throw Problems.badRequest("" + e.getMessage());
    }
  }

  private static Delegated.Call delegated(Proposal.Call call, Map<String, @Nullable String> meant) {
    Map<String, @Nullable String> all = new HashMap<>();
    call.relative().forEach(argument -> all.put(argument.path(), argument.chosen()));
    all.putAll(meant);
    List<RelativeArgument> relative = new ArrayList<>();
    all.forEach((path, expression) -> {
      if (expression != null) {
        relative.add(new RelativeArgument(path, expression));
      }
    });
    return new Delegated.Call(call.connectorId(), call.tool(), call.arguments(), relative);
  }
}
