package dev.liveartifacts.connector.policy;

import jakarta.validation.constraints.NotNull;

/**
 * What holds for all tools of a connector.
 *
 * @param unannotated what tools count as that do not say whether they only read
 */
public record ConnectorPolicy(
    @NotNull Policy reads, @NotNull Policy writes, @NotNull Treatment unannotated) {
  /** Reading is allowed, writing is confirmed, and who does not say that it reads, writes. */
  public static final ConnectorPolicy DEFAULT =
      new ConnectorPolicy(Policy.ALLOW, Policy.ASK, Treatment.WRITES);

  Policy of(Treatment treatment) {
    return switch (treatment) {
      case READS -> reads;
      case WRITES -> writes;
    };
  }
}
