package dev.liveartifacts.artifact.mcpserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final String META =
      """
      "_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",
               "io.modelcontextprotocol/clientCapabilities":{"elicitation":{}}}
      """;

  @Test
  void a_request_without_meta_is_of_the_session_era() {
    assertThat(envelope("{\"method\":\"ping\"}", Map.of()).era()).isEqualTo(Era.SESSION);
    assertThat(
            envelope("{\"method\":\"ping\"}", Map.of("MCP-Protocol-Version", "2025-06-18"))
                .version())
        .isEqualTo("2025-06-18");
  }

  @Test
  void a_stateless_request_says_itself_what_its_client_can_do() {
    Envelope envelope =
        envelope(
            "{\"method\":\"tools/list\",\"params\":{" + META + "}}",
            Map.of("MCP-Protocol-Version", "2026-07-28", "Mcp-Method", "tools/list"));

    assertThat(envelope.isStateless()).isTrue();
    assertThat(envelope.clientCan("elicitation")).isTrue();
    assertThat(envelope.clientCan("sampling")).isFalse();
  }

  @Test
  void headers_that_differ_from_the_body_are_refused() {
    String body = "{\"method\":\"tools/call\",\"params\":{\"name\":\"list_tools\"," + META + "}}";
    Map<String, String> good =
        Map.of(
            "MCP-Protocol-Version", "2026-07-28",
            "Mcp-Method", "tools/call",
            "Mcp-Name", "list_tools");
    assertThat(envelope(body, good).isStateless()).isTrue();
    assertThat(envelope(body, with(good, "Mcp-Name", "=?base64?bGlzdF90b29scw==?=")).isStateless())
        .isTrue();

    for (String header : good.keySet()) {
      assertThat(code(body, with(good, header, "other"))).as(header).isEqualTo(-32020);
    }
    assertThat(code(body, Map.of("MCP-Protocol-Version", "2026-07-28"))).isEqualTo(-32020);
    assertThat(code(body, with(good, "Mcp-Name", "=?base64?%%?="))).isEqualTo(-32020);
  }

  @Test
  void a_revision_that_nobody_knows_is_refused_with_those_that_we_know() {
    String body =
        "{\"method\":\"ping\",\"params\":{" + META.replace("2026-07-28", "2031-01-01") + "}}";

    RpcError error = error(body, Map.of("MCP-Protocol-Version", "2031-01-01"));

    assertThat(error.code()).isEqualTo(-32022);
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.json().at("/data/requested").asText()).isEqualTo("2031-01-01");
    assertThat(error.json().at("/data/supported").toString()).contains("2026-07-28", "2025-11-25");
  }

  @Test
  void a_stateless_request_without_its_meta_is_refused() {
    assertThat(code("{\"method\":\"ping\"}", Map.of("MCP-Protocol-Version", "2026-07-28")))
        .isEqualTo(-32602);
  }

  @Test
  void what_is_no_request_is_refused() {
    for (String body : new String[] {"", "{", "[]", "7", "{\"id\":1}", "{\"method\":1}"}) {
      RpcException refused =
          catchThrowableOfType(RpcException.class, () -> RpcMessage.read(Buffer.buffer(body)));
      assertThat(refused.error().status()).as(body).isEqualTo(400);
    }
  }

  private static Envelope envelope(String message, Map<String, String> headers) {
    String body = "{\"jsonrpc\":\"2.0\",\"id\":1," + message.substring(1);
    MultiMap said = MultiMap.caseInsensitiveMultiMap().addAll(headers);
    return Envelope.of(RpcMessage.read(Buffer.buffer(body)), SaidHeaders.of(said));
  }

  private static int code(String message, Map<String, String> headers) {
    return error(message, headers).code();
  }

  private static RpcError error(String message, Map<String, String> headers) {
    return catchThrowableOfType(RpcException.class, () -> envelope(message, headers)).error();
  }

  private static Map<String, String> with(Map<String, String> headers, String name, String value) {
    Map<String, String> changed = new java.util.HashMap<>(headers);
    changed.put(name, value);
    return changed;
  }
}
