package dev.liveartifacts.connector.connection;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's, or the workspace's, authorised link to a connector.
 *
 * @param personId whose it is; null if the workspace's
 * @param generation grows with every new sign-in, so that nothing cached before is served after
 * @param sealedSecret what {@link SecretBox} made of the secret; null if there is none
 * @param wantedScopes what the server asked for beyond what was granted
 */
public record Connection(
    UUID id,
    UUID connectorId,
    @Nullable String personId,
    int generation,
    byte @Nullable [] sealedSecret,
    List<String> wantedScopes,
    Standing standing) {
  public Connection {
    wantedScopes = List.copyOf(wantedScopes);
  }

  /**
   * The connection that somebody does not have yet. Its id is the one that it will have, and its
   * generation comes before the first.
   */
  static Connection absent(UUID connectorId, @Nullable String personId, Standing standing) {
    return new Connection(
        idOf(connectorId, personId), connectorId, personId, 0, null, List.of(), standing);
  }

  static UUID idOf(UUID connectorId, @Nullable String personId) {
    String name = connectorId + "/" + (personId == null ? "" : personId);
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  public boolean isAbsent() {
    return generation == 0;
  }

  public Optional<byte[]> secret() {
    return Optional.ofNullable(sealedSecret);
  }

  @Override
  public String toString() {
    return "Connection[" + id + ", generation " + generation + "]";
  }
}
