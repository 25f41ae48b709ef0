package dev.liveartifacts.connector.connection;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's, or the workspace's, authorised link to a connector.
 *
 * @param personId whose it is; null if the workspace's
 * @param generation grows with every new sign-in, so that nothing cached before is served after
 * @param sealedSecret what {@link SecretBox} made of the secret; null if there is none
 */
public record Connection(
    UUID id,
    UUID connectorId,
    @Nullable String personId,
    int generation,
    byte @Nullable [] sealedSecret,
    Standing standing) {
  public Optional<byte[]> secret() {
    return Optional.ofNullable(sealedSecret);
  }

  @Override
  public String toString() {
    return "Connection[" + id + ", generation " + generation + "]";
  }
}
