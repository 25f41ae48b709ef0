package dev.liveartifacts.artifact.delegation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.schedule.GivenDelegation;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import dev.liveartifacts.contracts.relative.RelativeTime;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person lets an artifact call, as they see it.
 *
 * @param connectorId the source that is shown to everybody who may open it; null for what is run
 * @param outdated true if the page makes other calls by now
 */
public record DelegationView(
    UUID artifactId,
    @Nullable UUID connectorId,
    String title,
    Instant givenAt,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Integer versionGiven,
    boolean outdated,
    List<Call> calls) {
  /** One call. */
  public record Call(
      UUID connectorId,
      String connectorName,
      String tool,
      JsonNode arguments,
      List<Relative> relative) {}

  /**
   * An argument that is evaluated anew.
   *
   * @param words the expression as a person says it
   */
  public record Relative(String path, String expression, String words) {}

  static DelegationView of(GivenDelegation given, String title, boolean outdated) {
    return new DelegationView(
        given.artifactId(),
        given.connectorId(),
        title,
        given.givenAt(),
        given.expiresAt(),
        given.lastUsedAt(),
        given.version(),
        outdated,
        given.calls().stream().map(DelegationView::call).toList());
  }

  private static Call call(GivenDelegation.Call call) {
    return new Call(
        call.connectorId(),
        call.connectorName(),
        call.tool(),
        call.arguments(),
        call.relative().stream().map(DelegationView::relative).toList());
  }

  private static Relative relative(RelativeArgument argument) {
    return new Relative(
        argument.path(), argument.expression(), RelativeTime.parse(argument.expression()).words());
  }
}
