package dev.liveartifacts.artifact.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkspaceRoleTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // groups of the person, member groups, creator groups, what they are
        "-,                -,          -,        member creator",
        "sales,            -,          -,        member creator",
        "admins,           -,          -,        member creator administrator",
        "Admins,           -,          -,        member creator",
        "admins,           staff,      makers,   member creator administrator",
        "-,                staff,      -,        -",
        "sales,            staff,      -,        -",
        "staff,            staff,      -,        member creator",
        "STAFF,            staff,      -,        -",
        "staff,            staff,      makers,   member",
        "staff makers,     staff,      makers,   member creator",
        "makers,           staff,      makers,   -",
        "makers,           -,          makers,   member creator",
        "sales,            -,          makers,   member",
        "external sales,   staff sales,-,        member creator",
      })
  void groups_decide_and_the_default_is_the_least(
      String groups, String members, String creators, String expected) {
    WorkspaceRole role =
        WorkspaceRole.of(words(groups), Set.of("admins"), words(members), words(creators));

    assertThat(role)
        .isEqualTo(
            new WorkspaceRole(
                words(expected).contains("member"),
                words(expected).contains("creator"),
                words(expected).contains("administrator")));
  }

  private static Set<String> words(String text) {
    return Stream.ofNullable(text)
        .flatMap(all -> Arrays.stream(all.split(" ")))
        .collect(Collectors.toSet());
  }
}
