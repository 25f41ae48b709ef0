package dev.liveartifacts.connector.delegation;

/** For what an owner lends their connections to an artifact. */
public enum DelegationKind {
  /** To refresh it while the owner is away. */
  RUN,
  /** To show those who open it what one source answers. */
  VIEW
}
