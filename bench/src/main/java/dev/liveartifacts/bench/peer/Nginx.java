package dev.liveartifacts.bench.peer;

import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as the machine has it, in front of an {@link Origin}, answering from its proxy cache. */
public final class Nginx implements AutoCloseable {
  private static final List<Path> PLACES =
      Stream.of(
              "/usr/sbin/nginx",
              "/usr/bin/nginx",
              "/usr/local/bin/nginx",
              "/opt/homebrew/bin/nginx")
          .map(Path::of)
          .toList();

  private final ServerProcess process;
  private final int port;

  private Nginx(ServerProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Optional<Path> find() {
    return PLACES.stream().filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts it on loopback.
   *
   * @param directory for everything that it writes
   */
  public static Nginx start(Path binary, Path directory, int origin) {
    int port = Loopback.freePort();
    ServerProcess process = new ServerProcess("nginx", directory.resolve("nginx.log"));
    Path configuration = configure(directory, port, origin);
    process.launch(
        List.of(
            binary.toString(),
            "-p",
            directory.toString(),
            "-c",
            configuration.toString(),
            "-e",
            "stderr"),
        Map.of());
    Runtime.getRuntime().addShutdownHook(new Thread(process::stop));
    process.awaitReady(() -> Loopback.answers(port), Duration.ofSeconds(10));
    return new Nginx(process, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.stop();
  }

  private static Path configure(Path directory, int port, int origin) {
    try {
      Files.createDirectories(directory);
      return Files.writeString(
          directory.resolve("nginx.conf"), configuration(directory, port, origin));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String configuration(Path directory, int port, int origin) {
    return """
    daemon off;
    %4$s
    pid %1$s/nginx.pid;
    worker_processes auto;
    events { worker_connections 1024; }
    http {
      access_log off;
      sendfile on;
      tcp_nopush on;
      keepalive_requests 100000000;
      open_file_cache max=100;
      client_body_temp_path %1$s/body;
      proxy_temp_path %1$s/proxy;
      fastcgi_temp_path %1$s/fastcgi;
      uwsgi_temp_path %1$s/uwsgi;
      scgi_temp_path %1$s/scgi;
      proxy_cache_path %1$s/cache keys_zone=answers:1m;
      server {
        listen 127.0.0.1:%2$d;
        location / {
          proxy_pass http://127.0.0.1:%3$d;
          proxy_cache answers;
          add_header X-Cache $upstream_cache_status;
        }
      }
    }
    """
        .formatted(directory, port, origin, user());
  }

  /** Started as root, its workers would be somebody who may not write here. */
  private static String user() {
    return "root".equals(System.getProperty("user.name")) ? "user root;" : "";
  }
}
