package dev.liveartifacts.bench.subject;

import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One scheduler-service in a process of its own. */
public final class SchedulerReplica {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final ServerProcess process;

  private SchedulerReplica(ServerProcess process) {
    this.process = process;
  }

  /** Returns when it is ready. */
  static SchedulerReplica start(Path home, Path log, int port, Map<String, String> environment) {
    Path jar = home.resolve("scheduler-service/target/quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new BenchFailure("scheduler-service is not built: ./live bench builds it.");
    }
    ServerProcess process = new ServerProcess("scheduler-service", log);
    process.launch(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            jar.toString()),
        environment);
    process.awaitReady(() -> ready(port), START_LIMIT);
    return new SchedulerReplica(process);
  }

  /** SIGKILL: nothing is tidied up. */
  public void kill() {
    process.kill();
  }

  /** SIGTERM. */
  public void stop() {
    process.stop();
  }

  private static boolean ready(int port) {
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
