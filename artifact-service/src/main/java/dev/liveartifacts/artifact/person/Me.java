package dev.liveartifacts.artifact.person;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the web app sees it.
 *
 * @param subject the person's id at the sign-in server, by which the other services know them
 * @param member false for a guest, who opens what was shared with them by name or group
 * @param creator whether they may make artifacts
 */
public record Me(
    UUID id,
    String subject,
    String name,
    @Nullable String email,
    boolean admin,
    boolean member,
    boolean creator,
    String workspace) {
  public static Me of(Person person, PersonConfig config) {
    return new Me(
        person.id(),
        person.subject(),
        person.name(),
        person.email(),
        person.admin(),
        person.workspace().member(),
        person.workspace().creator(),
        config.workspace());
  }
}
