package dev.liveartifacts.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One request to one replica under the name of the app, as a load balancer would pass it on, and
 * what comes back of it, line by line.
 */
final class ReplicaLine implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader lines;
  private final int status;

  /**
   * @param header one more, such as {@code Cookie: …}
   */
  ReplicaLine(String replica, String app, String path, String header, Duration patience) {
    URI to = URI.create(replica);
    try {
      socket = new Socket(to.getHost(), to.getPort());
      socket.setSoTimeout((int) patience.toMillis());
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

  /** Reads on to this word; false if the answer ends before. An error if nothing comes for long. */
  boolean says(String word) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(word)) {
          return true;
        }
      }
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
