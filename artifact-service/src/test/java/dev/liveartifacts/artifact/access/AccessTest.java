package dev.liveartifacts.artifact.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.artifact.person.WorkspaceRole;
import dev.liveartifacts.artifact.problem.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessTest {
  private static final UUID OWNER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final WorkspaceRole MEMBER = new WorkspaceRole(true, false, false);
  private static final WorkspaceRole CREATOR = new WorkspaceRole(true, true, false);
  private static final WorkspaceRole ADMINISTRATOR = new WorkspaceRole(true, true, true);

  /**
   * The decision table. A share is {@code kind:subject=ROLE@end}; an end of +1 is a second from
   * now, 0 is now, -1 a second ago.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // who,    verified e-mail, groups,        shares,                                   role
        "owner,    o@acme.test,     -,             -,                                        OWNER",
        "owner,    -,               -,             -,                                        OWNER",
        "owner,    o@acme.test,     -,             person:o@acme.test=VIEWER,                OWNER",
        "member,   b@acme.test,     sales,         -,                                        -",
        // by name
        "member,   b@acme.test,     -,             person:b@acme.test=VIEWER,               "
            + " VIEWER",
        "guest,    b@acme.test,     -,             person:b@acme.test=VIEWER,               "
            + " VIEWER",
        "member,   b@acme.test,     -,             person:b@acme.test=EDITOR,               "
            + " EDITOR",
        "member,   b@acme.test,     -,             person:c@acme.test=EDITOR,                -",
        "member,   bb@acme.test,    -,             person:b@acme.test=EDITOR,                -",
        "member,   -,               -,             person:b@acme.test=EDITOR,                -",
        // by group, spelled exactly
        "member,   -,               finance sales, group:sales=VIEWER,                      "
            + " VIEWER",
        "guest,    -,               sales,         group:sales=EDITOR,                      "
            + " EDITOR",
        "member,   -,               finance,       group:sales=VIEWER,                       -",
        "member,   -,               -,             group:sales=VIEWER,                       -",
        "member,   -,               Sales,         group:sales=VIEWER,                       -",
        "member,   -,               sales-eu,      group:sales=VIEWER,                       -",
        // an address is no group, and a group is no address
        "member,   sales,           -,             group:sales=VIEWER,                       -",
        "member,   -,               b@acme.test,   person:b@acme.test=VIEWER,                -",
        // by belonging here
        "member,   -,               -,             workspace:=VIEWER,                       "
            + " VIEWER",
        "guest,    b@acme.test,     sales,         workspace:=EDITOR,                        -",
        // the largest counts
        "member,   b@acme.test,     -,             workspace:=VIEWER person:b@acme.test=EDITOR,"
            + " EDITOR",
        "member,   b@acme.test,     sales,         group:sales=EDITOR person:b@acme.test=VIEWER,"
            + " EDITOR",
        "guest,    b@acme.test,     -,             workspace:=EDITOR person:b@acme.test=VIEWER,"
            + " VIEWER",
        // until it ends
        "member,   b@acme.test,     -,             person:b@acme.test=VIEWER@+1,            "
            + " VIEWER",
        "member,   b@acme.test,     -,             person:b@acme.test=VIEWER@0,              -",
        "member,   b@acme.test,     -,             person:b@acme.test=VIEWER@-1,             -",
        "member,   -,               sales,         group:sales=VIEWER@-1,                    -",
        "member,   -,               -,             workspace:=VIEWER@0,                      -",
        "member,   b@acme.test,     sales,         person:b@acme.test=EDITOR@-1"
            + " group:sales=VIEWER@+1, VIEWER",
        // an administrator is nobody special
        "administrator, a@acme.test, admins,       -,                                        -",
        "administrator, a@acme.test, admins,       workspace:=VIEWER,                       "
            + " VIEWER",
      })
  void the_default_is_no(String who, String email, String groups, String shares, Role role) {
    Visitor visitor =
        new Visitor(
            who.equals("owner") ? OWNER : OTHER,
            email,
            words(groups).collect(Collectors.toSet()),
            !who.equals("guest"));

    assertThat(Access.role(visitor, facts(shares), NOW)).isEqualTo(Optional.ofNullable(role));
  }

  @Test
  void each_role_may_what_the_smaller_ones_may_and_only_an_owner_everything() {
    assertThat(allowed(Role.VIEWER)).containsExactly(Action.OPEN);
    assertThat(allowed(Role.EDITOR)).containsExactly(Action.OPEN, Action.EDIT);
    assertThat(allowed(Role.OWNER)).containsExactly(Action.values());
  }

  @ParameterizedTest
  @EnumSource(WorkspaceAction.class)
  void a_guest_may_nothing_in_the_workspace_and_is_told_so(WorkspaceAction action) {
    assertThatThrownBy(() -> Access.check(WorkspaceRole.GUEST, action))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().status()).isEqualTo(403));
  }

  @Test
  void a_member_searches_a_creator_makes_and_an_administrator_does_everything() {
    assertThat(allowed(MEMBER)).containsExactly(WorkspaceAction.SEARCH, WorkspaceAction.LOOK);
    assertThat(allowed(CREATOR))
        .containsExactly(WorkspaceAction.SEARCH, WorkspaceAction.LOOK, WorkspaceAction.MAKE);
    assertThat(allowed(ADMINISTRATOR)).containsExactly(WorkspaceAction.values());
  }

  private static List<Action> allowed(Role role) {
    return Arrays.stream(Action.values()).filter(action -> action.allowedTo(role)).toList();
  }

  private static List<WorkspaceAction> allowed(WorkspaceRole role) {
    return Arrays.stream(WorkspaceAction.values())
        .filter(action -> action.allowedTo(role))
        .toList();
  }

  private static Facts facts(String shares) {
    List<Grantee> grantees = words(shares).map(AccessTest::grantee).toList();
    return new Facts(new UUID(0, 9), OWNER, "Title", 1, grantees, List.of());
  }

  private static Grantee grantee(String share) {
    int colon = share.indexOf(':');
    int equals = share.indexOf('=');
    String[] term = share.substring(equals + 1).split("@", 2);
    String subject = share.substring(colon + 1, equals);
    return new Grantee(
        ShareKind.of(share.substring(0, colon)),
        subject.isEmpty() ? null : subject,
        Role.valueOf(term[0]),
        term.length == 1 ? null : NOW.plusSeconds(Long.parseLong(term[1])));
  }

  private static Stream<String> words(String text) {
    return Stream.ofNullable(text).flatMap(all -> Arrays.stream(all.split(" ")));
  }
}
