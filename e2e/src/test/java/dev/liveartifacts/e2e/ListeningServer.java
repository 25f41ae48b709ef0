package dev.liveartifacts.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on loopback that writes down whatever reaches it: the place an attacking page tries to
 * send data to.
 */
final class ListeningServer implements AutoCloseable {
  private static final byte[] ANSWER =
      "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket socket;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  ListeningServer() {
    try {
      socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::listen);
  }

  String origin() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The first line of every request that arrived, empty if nothing but a connection did. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket peer = socket.accept();
        Thread.ofVirtual().start(() -> answer(peer));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket peer) {
    try (peer) {
      peer.setSoTimeout(2_000);
      byte[] first = new byte[2_048];
      int length = Math.max(0, peer.getInputStream().read(first));
      heard.add(
          new String(first, 0, length, StandardCharsets.ISO_8859_1).lines().findFirst().orElse(""));
      peer.getOutputStream().write(ANSWER);
    } catch (IOException e) {
      heard.add("");
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
