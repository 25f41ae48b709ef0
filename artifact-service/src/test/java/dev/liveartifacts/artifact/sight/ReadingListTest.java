package dev.liveartifacts.artifact.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.schedule.ToolId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingListTest {
  private static final UUID OWNER = new UUID(0, 1);
  private static final UUID CRM = new UUID(0, 2);
  private static final UUID ERP = new UUID(0, 3);
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Facts PAGE = facts(tool(CRM, "list_deals"), tool(CRM, "listPeople"));

  @Test
  void the_owner_and_whoever_opens_a_page_without_sources_are_asked_nothing() {
    assertThat(agreed(Role.OWNER, PAGE, nothing())).isTrue();
    assertThat(agreed(Role.VIEWER, facts(), nothing())).isTrue();
    assertThat(agreed(Role.VIEWER, PAGE, nothing())).isFalse();
    assertThat(agreed(Role.EDITOR, PAGE, nothing())).isFalse();
  }

  @Test
  void a_longer_list_is_asked_about_again_and_a_shorter_one_is_not() {
    Terms yes = yes(new ToolId(CRM, "list_deals"), new ToolId(CRM, "listPeople"));

    assertThat(agreed(Role.VIEWER, PAGE, yes)).isTrue();
    assertThat(agreed(Role.VIEWER, facts(tool(CRM, "list_deals")), yes)).isTrue();
    assertThat(agreed(Role.VIEWER, facts(tool(CRM, "salaries")), yes)).isFalse();
    assertThat(agreed(Role.VIEWER, facts(tool(ERP, "list_deals")), yes)).isFalse();
  }

  @Test
  void what_the_owner_shows_needs_no_yes_but_what_the_owner_shows_no_more_does() {
    Terms shown = new Terms(shownBy(OWNER), true, Set.of());
    Terms taken = new Terms(List.of(), true, Set.of());

    assertThat(agreed(Role.VIEWER, PAGE, shown)).isTrue();
    assertThat(agreed(Role.VIEWER, PAGE, taken)).isFalse();
    assertThat(agreed(Role.VIEWER, PAGE, new Terms(shownBy(new UUID(0, 7)), true, Set.of())))
        .as("somebody who is not the owner any more")
        .isFalse();
  }

  @Test
  void a_list_is_named_by_what_it_holds() {
    Set<ToolId> one = Set.of(new ToolId(CRM, "a"), new ToolId(CRM, "b"));

    assertThat(ReadingList.name(one))
        .isEqualTo(ReadingList.name(Set.of(new ToolId(CRM, "b"), new ToolId(CRM, "a"))))
        .isNotEqualTo(ReadingList.name(Set.of(new ToolId(CRM, "a"))))
        .isNotEqualTo(ReadingList.name(Set.of(new ToolId(CRM, "a"), new ToolId(ERP, "b"))));
  }

  @ParameterizedTest
  @CsvSource({
    // scope, whose connection, how to sign in, state: what is said, and where to mend it
    "workspace, person,    oauth,  connected,     READY,",
    "workspace, person,    oauth,  needs_sign_in, SIGN_IN_NEEDED, /api/connectors/%s/signin",
    "workspace, person,    bearer, needs_sign_in, SIGN_IN_NEEDED, /connectors/%s",
    "workspace, person,    oauth,  revoked,       SIGN_IN_NEEDED, /api/connectors/%s/signin",
    "workspace, workspace, oauth,  needs_sign_in, SIGN_IN_NEEDED,",
    "workspace, workspace, none,   failing,       FAILING,",
    "personal,  person,    none,   connected,     READY,",
  })
  void each_source_says_how_one_stands_with_it(
      String scope, String whose, String signIn, String state, Standing.State said, String href) {
    Standing.Listed crm = new Standing.Listed(CRM, "CRM", scope, whose, signIn, state);

    ReadingList.Source source = sources(Optional.of(Map.of(CRM, crm)), nothing()).getFirst();

    assertThat(source.state()).isEqualTo(said);
    assertThat(source.action())
        .isEqualTo(href == null ? null : new Standing.Action("Sign in", href.formatted(CRM)));
    assertThat(source.tools()).containsExactly("List deals", "List people");
  }

  @Test
  void somebody_elses_connector_and_connectors_that_nobody_can_ask_are_said_to_be_so() {
    assertThat(sources(Optional.of(Map.of()), nothing()).getFirst().state())
        .isEqualTo(Standing.State.NOT_YOURS);
    assertThat(sources(Optional.empty(), nothing()).getFirst().state())
        .isEqualTo(Standing.State.UNKNOWN);
    assertThat(
            sources(Optional.of(Map.of()), new Terms(shownBy(OWNER), false, Set.of())).getFirst())
        .extracting(ReadingList.Source::access, ReadingList.Source::state)
        .containsExactly(SourceAccess.OWNER, Standing.State.READY);
  }

  private static List<ReadingList.Source> sources(
      Optional<Map<UUID, Standing.Listed>> standings, Terms terms) {
    return ReadingList.sources(PAGE, ReadingList.own(PAGE, terms, NOW), standings);
  }

  private static boolean agreed(Role role, Facts facts, Terms terms) {
    return ReadingList.agreed(role, ReadingList.own(facts, terms, NOW), facts, terms);
  }

  private static Terms nothing() {
    return new Terms(List.of(), false, Set.of());
  }

  private static Terms yes(ToolId... tools) {
    return new Terms(List.of(), true, Set.of(tools));
  }

  private static List<Terms.Shown> shownBy(UUID owner) {
    return List.of(new Terms.Shown(CRM, owner, new UUID(0, 4), null));
  }

  private static Facts facts(AllowedTool... tools) {
    return new Facts(new UUID(0, 5), OWNER, "Page", 1, List.of(), Arrays.asList(tools));
  }

  private static AllowedTool tool(UUID connector, String name) {
    return new AllowedTool(name, connector, "slug", "CRM", name, true, null, false);
  }
}
