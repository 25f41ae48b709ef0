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
 * One request to one replica under the name of the app, as a load balancer would pass it on, and
 * what comes back of it, line by line.
 */
final class ReplicaLine implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Socket socket;
  private final BufferedReader lines;
  private final int status;

  /**
   * @param header one more, such as {@code Cookie: …}
   */
  ReplicaLine(String replica, String app, String path, String header) {
    URI to = URI.create(replica);
    try {
      socket = new Socket(to.getHost(), to.getPort());
      socket.setSoTimeout((int) PATIENCE.toMillis());
      String request =
          "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\nConnection: close\r\n\r\n"
              .formatted(path, URI.create(app).getAuthority(), header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      lines =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      status = Integer.parseInt(lines.readLine().split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int status() {
    return status;
  }

  /** Reads on to this word; false if it does not come in time, or the answer ends before it. */
  boolean says(String word, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    try {
      for (long left = within.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
        socket.setSoTimeout((int) left);
        String line = lines.readLine();
        if (line == null || line.contains(word)) {
          return line != null;
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
