package dev.liveartifacts.infra.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.common.utils.Utils;

/** Formats the storage if it is new, runs the node, and says by a file that it is ready. */
public final class KafkaMain {
  private KafkaMain() {}

  /**
   * Runs the node until it is told to end.
   *
   * @param arguments the settings file, and the file to write when the node serves
   */
  public static void main(String[] arguments) throws IOException {
    Properties settings = Utils.loadProps(arguments[0]);
    Path log = Path.of(settings.getProperty("log.dirs"));
    if (!Files.exists(log.resolve("meta.properties"))) {
      format(arguments[0]);
    }
    KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop Kafka"));
    server.startup();
    Files.writeString(Path.of(arguments[1]), "ready");
    server.awaitShutdown();
  }

  private static void format(String settings) {
    String[] command = {
      "format", "--cluster-id", Uuid.randomUuid().toString(), "--config", settings
    };
    int outcome = StorageTool.execute(command, System.out);
    if (outcome != 0) {
      throw new IllegalStateException("Kafka's storage could not be formatted: " + outcome);
    }
  }
}
