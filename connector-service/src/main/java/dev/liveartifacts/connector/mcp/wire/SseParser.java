package dev.liveartifacts.connector.mcp.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of server-sent events (WHATWG HTML §9.2.6) from chunks cut anywhere. Holds one
 * event at a time. Not thread-safe.
 */
final class SseParser {
  private static final Duration DEFAULT_RETRY = Duration.ofSeconds(1);
  private static final Pattern RESUMABLE = Pattern.compile("[\\x21-\\x7e]{1,1024}");
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,9}");
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final Consumer<ServerEvent> sink;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
  private final ByteArrayOutputStream data = new ByteArrayOutputStream(256);
  private boolean firstLine = true;
  private boolean afterCarriageReturn;
  private boolean hasData;
  private String lastEventId = "";
  private @Nullable Duration retry;

  SseParser(Consumer<ServerEvent> sink) {
    this.sink = sink;
  }

  /** Where the stream stands; empty if it cannot be resumed. */
  String lastEventId() {
    return lastEventId;
  }

  /** How long the server wants to be left alone before the stream is resumed. */
  Duration retry() {
    return retry == null ? DEFAULT_RETRY : retry;
  }

  /** Bytes of an event that is not complete yet. */
  int pending() {
    return line.size() + data.size();
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
      case "id" -> setId(new String(text, from, text.length - from, StandardCharsets.UTF_8));
      case "retry" -> setRetry(new String(text, from, text.length - from, StandardCharsets.UTF_8));
      default -> {}
    }
  }

  /** An id has to fit into a header; another one makes the stream end for good when it ends. */
  private void setId(String id) {
    lastEventId = RESUMABLE.matcher(id).matches() ? id : "";
  }

  private void setRetry(String millis) {
    if (MILLIS.matcher(millis).matches()) {
      retry = Duration.ofMillis(Long.parseLong(millis));
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
