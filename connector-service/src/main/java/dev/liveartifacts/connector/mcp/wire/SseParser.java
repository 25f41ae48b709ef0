package dev.liveartifacts.connector.mcp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Reads a stream of server-sent events (WHATWG HTML §9.2.6) from chunks cut anywhere. Holds one
 * event at a time. Not thread-safe.
 */
final class SseParser {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Consumer<ServerEvent> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private final ByteArrayOutputStream data = new ByteArrayOutputStream(256);
  private boolean firstLine = true;
  private boolean afterCarriageReturn;
  private boolean hasData;
  private String lastEventId = "";

  SseParser(Consumer<ServerEvent> sink) {
    this.sink = sink;
  }

  void feed(byte[] chunk) {
    int start = 0;
    for (int i = 0; i < chunk.length; i++) {
      boolean skipped = afterCarriageReturn && chunk[i] == '\n';
      afterCarriageReturn = chunk[i] == '\r';
      if (skipped) {
        start = i + 1;
      } else if (chunk[i] == '\n' || chunk[i] == '\r') {
        line.write(chunk, start, i - start);
        start = i + 1;
        endLine();
      }
    }
    line.write(chunk, start, chunk.length - start);
  }

  private void endLine() {
    byte[] text = withoutByteOrderMark(line.toByteArray());
    line.reset();
    if (text.length == 0) {
      dispatch();
    } else {
      field(text);
    }
  }

  private byte[] withoutByteOrderMark(byte[] text) {
    boolean marked =
        firstLine && text.length >= 3 && Arrays.equals(text, 0, 3, BYTE_ORDER_MARK, 0, 3);
    firstLine = false;
    return marked ? Arrays.copyOfRange(text, 3, text.length) : text;
  }

  private void field(byte[] text) {
    int colon = indexOf(text, ':');
    String name = new String(text, 0, colon, StandardCharsets.UTF_8);
    int from = Math.min(colon + 1, text.length);
    from += from < text.length && text[from] == ' ' ? 1 : 0;
    switch (name) {
      case "data" -> addData(text, from);
      case "id" -> lastEventId = new String(text, from, text.length - from, StandardCharsets.UTF_8);
      default -> {}
    }
  }

  private void addData(byte[] text, int from) {
    if (hasData) {
      data.write('\n');
    }
    data.write(text, from, text.length - from);
    hasData = true;
  }

  private void dispatch() {
    if (!hasData) {
      return;
    }
    ServerEvent event = new ServerEvent(lastEventId, data.toByteArray());
    data.reset();
    hasData = false;
    sink.accept(event);
  }

  private static int indexOf(byte[] text, char wanted) {
    int i = 0;
    while (i < text.length && text[i] != wanted) {
      i++;
    }
    return i;
  }
}
