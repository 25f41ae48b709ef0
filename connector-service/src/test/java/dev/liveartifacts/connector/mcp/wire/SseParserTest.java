package dev.liveartifacts.connector.mcp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseParserTest {
  private final List<String> events = new ArrayList<>();
  private final SseParser parser =
      new SseParser(
          event -> events.add(event.id() + "|" + new String(event.data(), StandardCharsets.UTF_8)));

  private void feed(String text) {
    parser.feed(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void every_kind_of_line_end_ends_a_line(String end) {
    feed("data: one" + end + "data: two" + end + end + "data: three" + end + end);

    assertThat(events).containsExactly("|one\ntwo", "|three");
  }

  @Test
  void a_stream_cut_anywhere_gives_the_same_events() {
    byte[] stream =
        "\ufeffid: 7\r\nevent: message\r\ndata: {\"a\":\"€\"}\r\n\r\n: comment\r\ndata:x\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8);

    for (byte b : stream) {
      parser.feed(new byte[] {b});
    }

    assertThat(events).containsExactly("7|{\"a\":\"€\"}", "7|x");
  }

  @Test
  void one_blank_behind_the_colon_is_no_data() {
    feed("data:  two blanks\n\ndata\n\ndata:\n\n");

    assertThat(events).containsExactly("| two blanks", "|", "|");
  }

  @Test
  void comments_unknown_fields_and_unfinished_events_are_nothing() {
    feed(": hello\n\nretry: 10\n\nfoo: bar\n\ndata: unfinished\n");

    assertThat(events).isEmpty();
  }

  @Test
  void the_last_id_stays_until_another_comes() {
    feed("id: a\ndata: 1\n\ndata: 2\n\nid\ndata: 3\n\n");

    assertThat(events).containsExactly("a|1", "a|2", "|3");
  }
}
