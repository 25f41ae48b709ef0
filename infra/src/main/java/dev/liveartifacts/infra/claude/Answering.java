package dev.liveartifacts.infra.claude;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes one {@link Reply} as the Messages API does. */
final class Answering {
  private static final int PIECE = 120;

  private final HttpExchange exchange;

  Answering(HttpExchange exchange) {
    this.exchange = exchange;
  }

  void answer(Reply reply) throws IOException {
    if (reply.status() != 200) {
      refuse(reply.status(), String.valueOf(reply.error()));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    event(
        out,
        "message_start",
        """
        {"type":"message_start","message":{"id":"msg_01XFDUDYJgAACzvnptvVoYEL","type":"message",\
        "role":"assistant","model":"claude-sonnet-4-5-20250929","content":[],"stop_reason":null,\
        "stop_sequence":null,"usage":{"input_tokens":1200,"cache_creation_input_tokens":300,\
        "cache_read_input_tokens":500,"output_tokens":1}}}\
        """);
    event(out, "ping", "{\"type\":\"ping\"}");
    for (int index = 0; index < reply.blocks().size(); index++) {
      boolean last = index == reply.blocks().size() - 1;
      block(
          out, index, reply.blocks().get(index), last ? reply.gate() : null, reply.stop() != null);
    }
    end(out, reply);
  }

  void refuse(int status, String type) throws IOException {
    byte[] body = error(type).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void end(OutputStream out, Reply reply) throws IOException {
    if (reply.stop() != null) {
      event(
          out,
          "message_delta",
          "{\"type\":\"message_delta\",\"delta\":{\"stop_reason\":%s,\"stop_sequence\":null},\"usage\":{\"output_tokens\":800}}"
              .formatted(quoted(reply.stop())));
      event(out, "message_stop", "{\"type\":\"message_stop\"}");
    } else if (reply.error() != null) {
      event(out, "error", error(reply.error()));
    }
  }

  private static void block(
      OutputStream out, int index, Reply.Block block, @Nullable CountDownLatch gate, boolean whole)
      throws IOException {
    String start =
        block.tool() == null
            ? "{\"type\":\"text\",\"text\":\"\"}"
            : "{\"type\":\"tool_use\",\"id\":%s,\"name\":%s,\"input\":{}}"
                .formatted(quoted(block.id()), quoted(block.tool()));
    event(
        out,
        "content_block_start",
        "{\"type\":\"content_block_start\",\"index\":%d,\"content_block\":%s}"
            .formatted(index, start));
    String delta =
        block.tool() == null
            ? "{\"type\":\"text_delta\",\"text\":%s}"
            : "{\"type\":\"input_json_delta\",\"partial_json\":%s}";
    String text = block.text();
    for (int at = 0; at < text.length(); at += PIECE) {
      if (gate != null && at <= text.length() / 2 && at + PIECE > text.length() / 2) {
        pause(gate);
      }
      String piece = text.substring(at, Math.min(text.length(), at + PIECE));
      event(
          out,
          "content_block_delta",
          "{\"type\":\"content_block_delta\",\"index\":%d,\"delta\":%s}"
              .formatted(index, delta.formatted(quoted(piece))));
    }
    if (whole) {
      event(
          out,
          "content_block_stop",
          "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(index));
    }
  }

  private static void pause(CountDownLatch gate) throws IOException {
    try {
      if (!gate.await(1, TimeUnit.MINUTES)) {
        throw new IOException("Nobody opened the gate");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String error(String type) {
    return "{\"type\":\"error\",\"error\":{\"type\":%s,\"message\":\"As scripted\"}}"
        .formatted(quoted(type));
  }

  private static void event(OutputStream out, String name, String data) throws IOException {
    out.write(("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            json.append('\\').append((char) c);
          } else if (c < ' ' || Character.isSurrogate((char) c)) {
            json.append("\\u%04x".formatted(c));
          } else {
            json.append((char) c);
          }
        });
    return json.append('"').toString();
  }
}
