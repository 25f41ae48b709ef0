package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.ClassArchive;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One of our Quarkus applications in a JVM of its own, ready when its readiness probe says so. */
final class Service implements Part {
  private static final String JAR = "quarkus-run.jar";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final String name;
  private final Path built;
  private final int port;
  private final boolean rememberClasses;
  private final DataDir dataDir;
  private final Map<String, String> environment;
  private final ServerProcess process;

  /**
   * Does not start anything yet.
   *
   * @param built the directory with {@code quarkus-run.jar}
   * @param rememberClasses true makes the next start faster and the first stop slower
   */
  Service(
      String name,
      Path built,
      int port,
      boolean rememberClasses,
      DataDir dataDir,
      Map<String, String> environment) {
    this(name, built, port, rememberClasses, dataDir, environment, dataDir.log(name));
  }

  private Service(
      String name,
      Path built,
      int port,
      boolean rememberClasses,
      DataDir dataDir,
      Map<String, String> environment,
      Path log) {
    this.name = name;
    this.built = built;
    this.rememberClasses = rememberClasses;
    this.port = port;
    this.dataDir = dataDir;
    this.environment = environment;
    this.process = new ServerProcess(name, log);
  }

  /** The same application once more, on another port and with a log of its own. */
  Service replica(int otherPort) {
    Map<String, String> other = new HashMap<>(environment);
    other.put("QUARKUS_HTTP_PORT", Integer.toString(otherPort));
    Path log = dataDir.log(name + "-" + otherPort);
    return new Service(name, built, otherPort, rememberClasses, dataDir, other, log);
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
    if (!Files.exists(built.resolve(JAR))) {
      throw new LocalFailure(name + " is not built: run ./live up, which builds what is missing.");
    }
    process.launch(command(), environment);
    process.awaitReady(this::ready, START_LIMIT);
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
    Path application = new Installation(built, dataDir.of("apps").resolve(name)).directory();
    if (rememberClasses) {
      command.addAll(ClassArchive.flags(application.resolve("classes.jsa")));
    }
    command.addAll(List.of("-jar", application.resolve(JAR).toString()));
    return command;
  }

  private boolean ready() {
    try {
      URI probe = URI.create("http://localhost:" + port + "/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(2000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
