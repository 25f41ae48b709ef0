package dev.liveartifacts.artifact.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an artifact would be let call, for its owner to look at. */
public record Proposal(List<Call> calls) {
  public Proposal {
    calls = List.copyOf(calls);
  }

  /** Those of one source alone. */
  public Proposal of(UUID connectorId) {
    return new Proposal(
        calls.stream().filter(call -> call.connectorId().equals(connectorId)).toList());
  }

  /**
   * One call that the owner's page made.
   *
   * @param key names it when the owner answers
   * @param arguments as they were recorded
   * @param current false if the page made it earlier and not when it was opened last, as with
   *     another setting of its filters
   */
  public record Call(
      String key,
      UUID connectorId,
      String connectorName,
      String tool,
      JsonNode arguments,
      List<Argument> relative,
      boolean current) {}

  /**
   * An argument that may be meant relative to the day.
   *
   * @param path a JSON Pointer (RFC 6901) into the arguments
   * @param value as it was recorded
   * @param chosen what is proposed; null: always this value
   * @param candidates what it may mean, the likeliest first
   */
  public record Argument(
      String path, JsonNode value, @Nullable String chosen, List<Meaning> candidates) {}

  /**
   * What a value may mean.
   *
   * @param today what it would be now
   */
  public record Meaning(String expression, String words, Object today) {}
}
