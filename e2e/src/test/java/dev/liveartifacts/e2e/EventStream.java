package dev.liveartifacts.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * An open page's line to one certain replica: it asks for the app's own host there, as a load
 * balancer does.
 */
final class EventStream implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader lines;

  /**
   * @param replica where to connect
   * @param app as whom the replica is addressed
   */
  EventStream(URI replica, URI app, String artifact, String token) {
    try {
      socket = new Socket(replica.getHost(), replica.getPort());
      socket
          .getOutputStream()
          .write(
              """
              GET /api/artifacts/%s/events HTTP/1.1
              Host: %s
              Authorization: Bearer %s
              Accept: text/event-stream

              """
                  .formatted(artifact, app.getAuthority(), token)
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether an event of this name comes in time. */
  boolean hears(String event, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    try {
      for (long left = within.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        socket.setSoTimeout((int) left);
        String line = lines.readLine();
        if (line == null) {
          return false;
        }
        if (line.strip().equals("event:" + event)) {
          return true;
        }
      }
      return false;
    } catch (SocketTimeoutException late) {
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
