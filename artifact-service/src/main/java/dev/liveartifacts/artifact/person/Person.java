package dev.liveartifacts.artifact.person;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in person, as the sign-in server describes them.
 *
 * @param id made of issuer and subject: another sign-in server never speaks for the same person
 * @param email in lower case; null unless the sign-in server has verified it
 * @param groups as the sign-in server spells them
 */
public record Person(
    UUID id,
    String issuer,
    String subject,
    String name,
    @Nullable String email,
    Set<String> groups,
    WorkspaceRole workspace) {
  public Person {
    groups = Set.copyOf(groups);
  }

  public static Person of(
      String issuer,
      String subject,
      String name,
      @Nullable String email,
      Set<String> groups,
      WorkspaceRole workspace) {
    String lower = email == null ? null : email.strip().toLowerCase(Locale.ROOT);
    return new Person(id(issuer, subject), issuer, subject, name, lower, groups, workspace);
  }

  public boolean admin() {
    return workspace.administrator();
  }

  private static UUID id(String issuer, String subject) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((issuer + '\n' + subject).getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(hash);
      // RFC 9562, version 8: the bits are the application's own
      long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
      long low = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
