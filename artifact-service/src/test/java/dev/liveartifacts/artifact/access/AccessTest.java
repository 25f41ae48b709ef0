package dev.liveartifacts.artifact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
  private static final UUID OWNER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // who,   verified e-mail, shares,                             role
        "owner,   o@acme.test,     -,                                  OWNER",
        "owner,   -,               -,                                  OWNER",
        "owner,   o@acme.test,     o@acme.test=VIEWER,                 OWNER",
        "other,   b@acme.test,     -,                                  -",
        "other,   b@acme.test,     b@acme.test=VIEWER,                 VIEWER",
        "other,   b@acme.test,     b@acme.test=EDITOR,                 EDITOR",
        "other,   b@acme.test,     c@acme.test=EDITOR,                 -",
        "other,   b@acme.test,     everyone=VIEWER,                    VIEWER",
        "other,   -,               everyone=VIEWER,                    VIEWER",
        "other,   -,               b@acme.test=EDITOR,                 -",
        "other,   b@acme.test,     everyone=VIEWER b@acme.test=EDITOR, EDITOR",
        "other,   b@acme.test,     everyone=EDITOR b@acme.test=VIEWER, EDITOR",
        "other,   bb@acme.test,    b@acme.test=EDITOR,                 -",
      })
  void the_default_is_no(String who, String email, String shares, Role role) {
    UUID person = who.equals("owner") ? OWNER : OTHER;

    assertThat(Access.role(person, email, facts(shares))).isEqualTo(Optional.ofNullable(role));
  }

  @Test
  void each_role_may_what_the_smaller_ones_may_and_only_an_owner_everything() {
    assertThat(allowed(Role.VIEWER)).containsExactly(Action.OPEN);
    assertThat(allowed(Role.EDITOR)).containsExactly(Action.OPEN, Action.EDIT);
    assertThat(allowed(Role.OWNER)).containsExactly(Action.values());
  }

  private static List<Action> allowed(Role role) {
    return Arrays.stream(Action.values()).filter(action -> action.allowedTo(role)).toList();
  }

  private static Facts facts(String shares) {
    List<Grantee> grantees =
        Stream.ofNullable(shares)
            .flatMap(text -> Arrays.stream(text.split(" ")))
            .map(AccessTest::grantee)
            .toList();
    return new Facts(new UUID(0, 9), OWNER, "Title", 1, grantees, List.of());
  }

  private static Grantee grantee(String share) {
    String[] parts = share.split("=", 2);
    return new Grantee(parts[0].equals("everyone") ? null : parts[0], Role.valueOf(parts[1]));
  }
}
