package dev.liveartifacts.artifact.sight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.schedule.ToolId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoseTest {
  private static final UUID OWNER = new UUID(0, 1);
  private static final UUID CRM = new UUID(0, 2);
  private static final UUID DELEGATION = new UUID(0, 3);
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final ToolId DEALS = new ToolId(CRM, "list_deals");

  /** By whose access a call is made. */
  enum Expected {
    OWN,
    WORKSPACE,
    OWNERS
  }

  @ParameterizedTest
  @CsvSource({
    // role, as viewer, what the owner shows, agreed to: by whose access
    "OWNER,  false, nothing,      nothing,    OWN",
    "OWNER,  false, crm,          nothing,    OWN",
    "OWNER,  true,  nothing,      nothing,    WORKSPACE",
    "OWNER,  true,  nothing,      list_deals, WORKSPACE",
    "OWNER,  true,  crm,          nothing,    OWNERS",
    "EDITOR, false, nothing,      nothing,    WORKSPACE",
    "EDITOR, false, nothing,      list_deals, OWN",
    "EDITOR, false, crm,          nothing,    OWNERS",
    "EDITOR, true,  nothing,      list_deals, WORKSPACE",
    "EDITOR, true,  crm,          list_deals, OWNERS",
    "VIEWER, false, nothing,      nothing,    WORKSPACE",
    "VIEWER, false, nothing,      list_deals, OWN",
    "VIEWER, false, nothing,      list_people, WORKSPACE",
    "VIEWER, false, crm,          nothing,    OWNERS",
    "VIEWER, false, crm,          list_deals, OWNERS",
    "VIEWER, false, erp,          nothing,    WORKSPACE",
    "VIEWER, false, expired,      nothing,    WORKSPACE",
    "VIEWER, false, expired,      list_deals, OWN",
    "VIEWER, false, former-owner, nothing,    WORKSPACE",
    "VIEWER, false, former-owner, list_deals, OWN",
    "VIEWER, true,  crm,          nothing,    OWNERS",
    "VIEWER, true,  nothing,      list_deals, WORKSPACE",
  })
  void every_case_is_decided(
      Role role, boolean asViewer, String shown, String agreed, Expected expected) {
    Whose whose = Whose.of(role, asViewer, OWNER, DEALS, terms(shown, agreed), NOW);

    assertThat(whose)
        .isEqualTo(
            switch (expected) {
              case OWN -> new Whose.Viewers(true);
              case WORKSPACE -> new Whose.Viewers(false);
              case OWNERS -> new Whose.Owners(DELEGATION);
            });
  }

  static Terms terms(String shown, String agreed) {
    List<Terms.Shown> sources =
        switch (shown) {
          case "crm" -> List.of(new Terms.Shown(CRM, OWNER, DELEGATION, NOW.plusMillis(1)));
          case "erp" -> List.of(new Terms.Shown(new UUID(0, 9), OWNER, DELEGATION, null));
          case "expired" -> List.of(new Terms.Shown(CRM, OWNER, DELEGATION, NOW));
          case "former-owner" -> List.of(new Terms.Shown(CRM, new UUID(0, 8), DELEGATION, null));
          default -> List.of();
        };
    return agreed.equals("nothing")
        ? new Terms(sources, false, Set.of())
        : new Terms(sources, true, Set.of(new ToolId(CRM, agreed)));
  }
}
