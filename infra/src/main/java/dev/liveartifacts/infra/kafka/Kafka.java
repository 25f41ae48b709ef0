package dev.liveartifacts.infra.kafka;

import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.InfraClassPath;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.PartFailure;
import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One Kafka node (KRaft: broker and controller together) in a JVM of its own. The log lies in
 * {@code <dataDir>/log} and outlives the process, also when that is killed.
 */
public final class Kafka implements Part {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Path dataDir;
  private final int port;
  private final int controllerPort;
  private final List<String> flags;
  private final ServerProcess process;

  public Kafka(Path dataDir, int port, int controllerPort, Path log) {
    this(dataDir, port, controllerPort, log, List.of());
  }

  /**
   * Does not start anything yet.
   *
   * @param flags for the JVM
   */
  public Kafka(Path dataDir, int port, int controllerPort, Path log, List<String> flags) {
    this.flags = List.copyOf(flags);
    this.dataDir = dataDir.toAbsolutePath();
    this.port = port;
    this.controllerPort = controllerPort;
    this.process = new ServerProcess("Kafka", log);
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

  public String bootstrap() {
    return Loopback.ADDRESS + ":" + port;
  }

  @Override
  public void start() {
    Directories.createPrivate(dataDir);
    Path ready = dataDir.resolve("ready");
    Path settings = dataDir.resolve("server.properties");
    try {
      Files.deleteIfExists(ready);
      Files.writeString(settings, settings());
    } catch (IOException e) {
      throw new PartFailure("Kafka's settings could not be written: " + e.getMessage(), e);
    }
    process.launch(
        InfraClassPath.java(
            "384m", flags, KafkaMain.class, List.of(settings.toString(), ready.toString())),
        Map.of());
    process.awaitReady(() -> Files.exists(ready), START_LIMIT);
  }

  private String settings() {
    return """
    process.roles=broker,controller
    node.id=1
    controller.quorum.voters=1@%1$s:%3$d
    controller.listener.names=CONTROLLER
    listeners=PLAINTEXT://%1$s:%2$d,CONTROLLER://%1$s:%3$d
    advertised.listeners=PLAINTEXT://%1$s:%2$d
    listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
    log.dirs=%4$s
    num.partitions=3
    auto.create.topics.enable=true
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=1
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=1
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    # a killed broker comes back under the same name without waiting for its old session
    broker.session.timeout.ms=2000
    broker.heartbeat.interval.ms=500
    controlled.shutdown.enable=false
    log.cleaner.dedupe.buffer.size=4194304
    log.segment.bytes=16777216
    """
        .formatted(Loopback.ADDRESS, port, controllerPort, dataDir.resolve("log"));
  }
}
