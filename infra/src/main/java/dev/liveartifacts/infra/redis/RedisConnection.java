package dev.liveartifacts.infra.redis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Sends single commands whose answer is one line, in RESP; no client library is needed for that.
 */
final class RedisConnection {
  private RedisConnection() {}

  /** The answer without its type mark: {@code OK}, {@code PONG}, a number. */
  static String send(int port, int database, String command) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
      socket.setSoTimeout(5000);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("SELECT " + database + "\r\n" + command + "\r\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      value(in.readLine());
      return value(in.readLine());
    }
  }

  private static String value(@Nullable String line) throws IOException {
    if (line == null || line.startsWith("-")) {
      throw new IOException("Redis answered: " + line);
    }
    return line.substring(1);
  }
}
