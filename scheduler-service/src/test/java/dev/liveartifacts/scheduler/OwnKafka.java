package dev.liveartifacts.scheduler;

import dev.liveartifacts.infra.kafka.Kafka;
import dev.liveartifacts.infra.process.Loopback;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * A Kafka that a test may kill and start again. It is remembered in system properties, because
 * Quarkus and the test load this class separately.
 */
public final class OwnKafka implements QuarkusTestResourceLifecycleManager {
  private static final String DIR = "own-kafka.dir";
  private static final String PORT = "own-kafka.port";
  private static final String CONTROLLER = "own-kafka.controller";
  private static final String PID = "own-kafka.pid";

  @Override
  public Map<String, String> start() {
    try {
      System.setProperty(DIR, Files.createTempDirectory("own-kafka").toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.setProperty(PORT, Integer.toString(Loopback.freePort()));
    System.setProperty(CONTROLLER, Integer.toString(Loopback.freePort()));
    launch();
    return Map.of("kafka.bootstrap.servers", bootstrap(), "live.topics.suffix", "");
  }

  @Override
  public void stop() {
    kill();
  }

  public static String bootstrap() {
    return "localhost:" + System.getProperty(PORT);
  }

  public static void kill() {
    ProcessHandle.of(Long.getLong(PID))
        .ifPresent(process -> {
          process.destroyForcibly();
          process.onExit().join();
        });
  }

  public static void launch() {
    Path dir = Path.of(System.getProperty(DIR));
    Kafka kafka =
        new Kafka(
            dir.resolve("data"),
            Integer.getInteger(PORT),
            Integer.getInteger(CONTROLLER),
            dir.resolve("kafka.log"));
    kafka.start();
    ProcessHandle process = Objects.requireNonNull(kafka.process().handle());
    System.setProperty(PID, Long.toString(process.pid()));
  }
}
