package dev.liveartifacts.connector.connection;

import io.smallrye.mutiny.Uni;

/** A store whose rows hold secrets that {@link SecretBox} sealed. */
public interface KeepsSecrets {
  /** Seals every secret with the present key that was sealed with an earlier one; counts them. */
  Uni<Integer> renewSecrets();
}
