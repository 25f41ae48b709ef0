package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of our Quarkus applications in a JVM of its own, ready when its readiness probe says so. */
final class Service implements Part {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final Path application;
  private final int port;
  private final DataDir dataDir;
  private final Map<String, String> environment;
  private final ServerProcess process;

  /**
   * Does not start anything yet.
   *
   * @param application the directory with {@code quarkus-run.jar}
   */
  Service(
      String name, Path application, int port, DataDir dataDir, Map<String, String> environment) {
    this.name = name;
    this.application = application;
    this.port = port;
    this.dataDir = dataDir;
    this.environment = environment;
    this.process = new ServerProcess(name, dataDir.log(name));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path dataDir() {
    return dataDir.path();
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  @Override
  public void start() {
    if (!Files.exists(jar())) {
      throw new LocalFailure(name + " is not built: run ./live up, which builds what is missing.");
    }
    process.launch(command(), environment);
    process.awaitReady(this::ready, START_LIMIT);
  }

  @Override
  public void stop() {
    process.stop();
  }

  private Path jar() {
    return application.resolve("quarkus-run.jar");
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(
        List.of(
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
    command.addAll(AotCache.flags(application));
    command.addAll(List.of("-jar", jar().toString()));
    return command;
  }

  private boolean ready() {
    try {
      URI probe = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(2000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
