package dev.liveartifacts.artifact.access;

import dev.liveartifacts.artifact.person.Person;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What counts about a person where shares are looked at.
 *
 * @param email in lower case, verified; null if the person has none
 * @param member whether the workspace's shares are for them
 */
public record Visitor(UUID personId, @Nullable String email, Set<String> groups, boolean member) {
  public Visitor {
    groups = Set.copyOf(groups);
  }

  public static Visitor of(Person person) {
    return new Visitor(person.id(), person.email(), person.groups(), person.workspace().member());
  }
}
