package dev.liveartifacts.artifact.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallPolicyTest {
  private static final AllowedTool DEALS =
      new AllowedTool(
          "mcp__crm__list_deals",
          new UUID(0, 1),
          "acme-crm",
          "Acme CRM",
          "list_deals",
          true,
          "h1",
          false);
  private static final AllowedTool MOVE =
      new AllowedTool(
          "mcp__crm__move_deal",
          new UUID(0, 1),
          "acme-crm",
          "Acme CRM",
          "move_deal",
          false,
          "h2",
          false);

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "\"x\"", "1", "true"})
  void arguments_that_are_no_object_are_refused_before_anything_else(String args) {
    Verdict verdict = decide("{\"name\":\"unknown\",\"args\":" + args + "}");

    assertRefused(verdict, ErrorCode.BAD_REQUEST, "Tool args must be an object.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp__crm__drop",
        "mcp__erp__list_deals",
        "list_deals",
        "",
        "mcp__",
        "MCP__CRM__LIST_DEALS"
      })
  void a_tool_outside_the_allowlist_is_refused_softly(String name) {
    assertRefused(
        decide("{\"name\":\"" + name + "\",\"args\":{}}"),
        ErrorCode.NOT_GRANTED,
        "Tool \"" + name + "\" is not in this artifact's mcp_tools allowlist.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mcp__crm__list_deals",
        "acme-crm__list_deals",
        "Acme CRM__list_deals",
        "mcp__Acme CRM__list_deals"
      })
  void a_granted_tool_may_be_called_by_its_name_or_by_its_connector(String name) {
    assertThat(decide("{\"name\":\"" + name + "\"}"))
        .isInstanceOfSatisfying(
            Permitted.class, permitted -> assertThat(permitted.tool()).isEqualTo(DEALS));
  }

  @Test
  void row_16_a_tool_that_writes_needs_a_confirmation() {
    String call = "{\"name\":\"mcp__crm__move_deal\",\"args\":{\"id\":1}%s}";

    assertThat(decide(call.formatted("")))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(refusal.error().code()).isEqualTo(ErrorCode.APPROVAL_REQUIRED));
    assertThat(decide(call.formatted(",\"confirmed\":true"))).isInstanceOf(Permitted.class);
    assertThat(decide(call.formatted(",\"confirmed\":\"yes\""))).isInstanceOf(Refusal.class);
  }

  @Test
  void arguments_keep_the_form_in_which_the_page_wrote_them() {
    String args = "{\"a\":1.0,\"b\":1e2,\"c\":12345678901234567890,\"_cb\":0.10,\"d\":null}";

    Verdict verdict = decide("{\"name\":\"mcp__crm__list_deals\",\"args\":" + args + "}");

    assertThat(verdict)
        .isInstanceOfSatisfying(
            Permitted.class,
            permitted ->
                assertThat(permitted.arguments())
                    .hasToString(
                        "{\"a\":1.0,\"b\":1E+2,\"c\":12345678901234567890,\"_cb\":0.10,\"d\":null}"));
  }

  private static Verdict decide(String body) {
    return CallPolicy.decide(Call.read(body), List.of(DEALS, MOVE));
  }

  private static void assertRefused(Verdict verdict, ErrorCode code, String text) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.error().code()).isEqualTo(code);
              assertThat(refusal.answer().at("/result/content/0/text").asText()).isEqualTo(text);
              assertThat(refusal.answer().at("/result/isError").asBoolean()).isTrue();
              assertThat(refusal.answer().path("outcome").asText()).isEqualTo("failed");
            });
  }
}
