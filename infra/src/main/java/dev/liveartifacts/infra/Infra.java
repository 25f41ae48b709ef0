package dev.liveartifacts.infra;

import dev.liveartifacts.infra.postgresql.Database;
import dev.liveartifacts.infra.postgresql.PostgreSql;
import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.InfraClassPath;
import dev.liveartifacts.infra.process.ServerProcess;
import dev.liveartifacts.infra.redis.RedisDatabase;
import dev.liveartifacts.infra.signin.Issuer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The servers that the tests of one build share, and what belongs to this JVM alone: databases, a
 * Redis database, a suffix for topics.
 *
 * <p>The environment variable {@code LIVE_INFRA} names the properties file of servers that run
 * already ({@code ./live test} starts them once for the whole build). Without it, the first use
 * starts them, and the end of this JVM stops them. What was handed out is remembered in system
 * properties, because Quarkus loads this class anew for every test profile.
 */
public final class Infra {
  private static final String REMEMBERED = "live.infra.";
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final Properties settings;

  private Infra(Properties settings) {
    this.settings = settings;
  }

  /** The servers of this build, started now if they do not run yet. */
  public static Infra shared() {
    Path file = Path.of(remembered("file", Infra::locateOrStart));
    try (InputStream in = Files.newInputStream(file)) {
      Properties settings = new Properties();
      settings.load(in);
      return new Infra(settings);
    } catch (IOException e) {
      throw new UncheckedIOException("The infrastructure of the tests is gone: " + file, e);
    }
  }

  /** This JVM's own database for a service, empty when it is first asked for. */
  public Database database(String service) {
    String name = remembered("database." + service, () -> service + "_" + random());
    Database database =
        new Database(
            name,
            Integer.parseInt(setting("postgresql.port")),
            PostgreSql.USER,
            setting("postgresql.password"));
    remembered(
        "created." + service,
        () -> {
          database.create();
          return name;
        });
    return database;
  }

  /** This JVM's own Redis database. */
  public RedisDatabase redis() {
    int port = Integer.parseInt(setting("redis.port"));
    String number =
        remembered("redis", () -> Integer.toString(RedisDatabase.unused(port).number()));
    return new RedisDatabase(port, Integer.parseInt(number));
  }

  public String kafkaBootstrap() {
    return setting("kafka.bootstrap");
  }

  /**
   * Appended to topic names, so that no other JVM's events are seen: for example {@code .3f9a01c2}.
   */
  public String topicSuffix() {
    return remembered("topics", () -> "." + random());
  }

  public Issuer signIn() {
    return new Issuer(setting("signin.issuer"));
  }

  /** Empties the service's database and this JVM's Redis database. */
  public void reset(String service) {
    database(service).truncate();
    redis().flush();
  }

  private String setting(String name) {
    return settings.getProperty(name);
  }

  private static String random() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  private static String remembered(String name, Supplier<String> make) {
    synchronized (System.getProperties()) {
      String value = System.getProperty(REMEMBERED + name);
      if (value == null) {
        value = make.get();
        System.setProperty(REMEMBERED + name, value);
      }
      return value;
    }
  }

  private static String locateOrStart() {
    String given = System.getenv("LIVE_INFRA");
    return given == null || given.isEmpty() ? start() : given;
  }

  private static String start() {
    Path directory = Directories.createTemporary("live-infra-of-" + ProcessHandle.current().pid());
    Path file = directory.resolve("infra.properties");
    ServerProcess servers = new ServerProcess("Infra", directory.resolve("infra.log"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(servers, directory), "stop infra"));
    String self = Long.toString(ProcessHandle.current().pid());
    servers.launch(
        InfraClassPath.java("128m", List.of(), InfraMain.class, List.of(file.toString(), self)),
        Map.of());
    servers.awaitReady(() -> Files.exists(file), START_LIMIT);
    return file.toString();
  }

  private static void stop(ServerProcess servers, Path directory) {
    servers.stop();
    Directories.delete(directory);
  }
}
