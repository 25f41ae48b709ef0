package dev.liveartifacts.infra.redis;

import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.InfraClassPath;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.ServerProcess;
import dev.liveartifacts.infra.process.ToolCache;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Redis in a process of its own, on loopback; writes its data down now and then, and when it stops.
 */
public final class Redis implements Part {
  static final int DATABASES = 1024;

  private static final Duration START_LIMIT = Duration.ofSeconds(20);
  private static final String JAR = "embedded-redis-";

  private final Path dataDir;
  private final int port;
  private final ServerProcess process;

  public Redis(Path dataDir, int port, Path log) {
    this.dataDir = dataDir.toAbsolutePath();
    this.port = port;
    this.process = new ServerProcess("Redis", log);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path dataDir() {
    return dataDir;
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  @Override
  public void start() {
    Directories.createPrivate(dataDir);
    process.launch(command(), Map.of());
    process.awaitReady(this::answers, START_LIMIT);
  }

  private List<String> command() {
    return List.of(
        program().toString(),
        "--port",
        Integer.toString(port),
        "--bind",
        Loopback.ADDRESS,
        "--dir",
        dataDir.toString(),
        "--databases",
        Integer.toString(DATABASES),
        "--save",
        "60",
        "1",
        "--maxmemory",
        "256mb",
        "--maxmemory-policy",
        "volatile-lru");
  }

  private boolean answers() {
    try {
      return RedisConnection.send(port, 0, "PING").equals("PONG");
    } catch (IOException e) {
      return false;
    }
  }

  private static Path program() {
    Path jar = InfraClassPath.jar(JAR);
    String name = jar.getFileName().toString().replace(".jar", "");
    return ToolCache.directory(name, target -> unpack(jar, target)).resolve("redis-server");
  }

  private static void unpack(Path jar, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream program = zip.getInputStream(program(zip))) {
      Path file = target.resolve("redis-server");
      Files.copy(program, file);
      ToolCache.makeExecutable(file);
    }
  }

  private static ZipEntry program(ZipFile zip) throws IOException {
    return zip.stream()
        .filter(entry -> entry.getName().startsWith("redis-server-"))
        .filter(entry -> entry.getName().endsWith("-" + ToolCache.platform()))
        .findFirst()
        .orElseThrow(() -> new IOException("No Redis for " + ToolCache.platform()));
  }
}
