package dev.liveartifacts.connector.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.connector.json.MalformedJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RpcMessageTest {
  private static RpcMessage read(String json) throws MalformedJson {
    return RpcMessage.read(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void an_answer_keeps_the_bytes_of_its_result() throws MalformedJson {
    RpcMessage message = read("{\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{ \"x\" : 1.0 }}");

    assertThat(message).isInstanceOf(RpcMessage.Success.class);
    RpcMessage.Success success = (RpcMessage.Success) message;
    assertThat(success.id()).isEqualTo("7");
    assertThat(new String(success.json(), StandardCharsets.UTF_8)).isEqualTo("{ \"x\" : 1.0 }");
  }

  @Test
  void an_error_tells_its_code() throws MalformedJson {
    assertThat(read("{\"id\":null,\"error\":{\"code\":-32001,\"message\":\"Session not found\"}}"))
        .isEqualTo(new RpcMessage.Fault(null, -32001, "Session not found", null));
  }

  @Test
  void a_huge_error_message_is_not_kept() throws MalformedJson {
    String long_ = "x".repeat(100_000);

    assertThat(read("{\"id\":1,\"error\":{\"code\":1,\"message\":\"" + long_ + "\"}}"))
        .isEqualTo(new RpcMessage.Fault("1", 1, "", null));
  }

  @Test
  void requests_and_notifications_of_the_server_are_told_from_answers() throws MalformedJson {
    assertThat(read("{\"id\":\"p-1\",\"method\":\"ping\"}"))
        .isEqualTo(new ServerRequest("\"p-1\"", "ping", null));
    assertThat(read("{\"method\":\"notifications/progress\",\"params\":{}}"))
        .isEqualTo(new ServerNotice("notifications/progress"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"id\":1}",
        "{\"id\":1,\"result\":[]}",
        "{\"id\":1,\"result\":null}",
        "{\"result\":{}}",
        "{\"id\":1,\"result\":{},\"error\":{\"code\":1,\"message\":\"\"}}",
        "{\"id\":1,\"error\":\"text\"}",
        "{\"id\":1,\"error\":{\"message\":\"no code\"}}",
        "[{\"id\":1,\"result\":{}}]"
      })
  void what_is_no_message_is_refused(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(MalformedJson.class);
  }
}
