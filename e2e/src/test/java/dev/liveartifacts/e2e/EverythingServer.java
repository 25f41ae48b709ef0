package dev.liveartifacts.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code @modelcontextprotocol/server-everything} from npm, in a process of its own, over
 * streamable HTTP.
 */
final class EverythingServer implements AutoCloseable {
  private static final Path NODE = Path.of("src", "test", "node");
  private static final Path SERVER =
      NODE.resolve("node_modules/@modelcontextprotocol/server-everything/dist/index.js");

  private final Process process;
  private final int port;

  private EverythingServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static EverythingServer start() {
    try {
      if (!SERVER.toFile().exists()) {
        run(List.of("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"));
      }
      int port = freePort();
      ProcessBuilder node =
          new ProcessBuilder(
                  "node",
                  NODE.toAbsolutePath().relativize(SERVER.toAbsolutePath()).toString(),
                  "streamableHttp")
              .directory(NODE.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD);
      node.environment().put("PORT", Integer.toString(port));
      EverythingServer server = new EverythingServer(node.start(), port);
      await().atMost(Duration.ofSeconds(30)).until(server::listens);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String endpoint() {
    return "http://127.0.0.1:" + port + "/mcp";
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void run(List<String> command) throws IOException {
    try {
      Process process =
          new ProcessBuilder(command).directory(NODE.toFile()).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed:\n" + said);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
