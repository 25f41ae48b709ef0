package dev.liveartifacts.artifact.person;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;

/**
 * What a person is to the whole deployment, by their groups. The default is the least.
 *
 * @param member workspace shares and the search for people are for them; others are guests, who
 *     open what was shared with them by name or group
 * @param creator may make artifacts
 * @param administrator may administer; sees no contents that were not shared with them
 */
public record WorkspaceRole(boolean member, boolean creator, boolean administrator) {
  public static final WorkspaceRole GUEST = new WorkspaceRole(false, false, false);

  /**
   * Decides it.
   *
   * @param administrators groups that administer
   * @param members groups that belong here; empty: everyone who can sign in
   * @param creators groups of members that make artifacts; empty: all members
   */
  public static WorkspaceRole of(
      Collection<String> groups,
      Set<String> administrators,
      Set<String> members,
      Set<String> creators) {
    boolean administrator = isIn(groups, administrators);
    boolean member = administrator || members.isEmpty() || isIn(groups, members);
    boolean creator = administrator || (member && (creators.isEmpty() || isIn(groups, creators)));
    return new WorkspaceRole(member, creator, administrator);
  }

  static WorkspaceRole of(Collection<String> groups, PersonConfig config) {
    return of(
        groups,
        config.adminGroups(),
        config.memberGroups().orElse(Set.of()),
        config.creatorGroups().orElse(Set.of()));
  }

  private static boolean isIn(Collection<String> groups, Set<String> wanted) {
    return !Collections.disjoint(groups, wanted);
  }
}
