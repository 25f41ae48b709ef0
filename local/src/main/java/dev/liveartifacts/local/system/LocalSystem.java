package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.kafka.Kafka;
import dev.liveartifacts.infra.postgresql.Database;
import dev.liveartifacts.infra.postgresql.PostgreSql;
import dev.liveartifacts.infra.process.ClassArchive;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.redis.Redis;
import dev.liveartifacts.infra.signin.Issuer;
import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.infra.signin.SignInServer;
import dev.liveartifacts.local.seed.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole product on one machine, each part in a process of its own. The names that {@link #kill}
 * and {@link #start} take are {@link #PARTS}.
 */
public final class LocalSystem implements AutoCloseable {
  /** The names of all parts, in the order in which a person wants to read them. */
  public static final List<String> PARTS =
      List.of(
          "artifact-service",
          "connector-service",
          "scheduler-service",
          "demo-connectors",
          "sign-in",
          "postgresql",
          "redis",
          "kafka");

  private final Options options;
  private final Environment environment;
  private final Supervisor supervisor;
  private final Lock lock;
  private final Progress progress;

  private LocalSystem(Options options, Lock lock) {
    this.options = options;
    this.lock = lock;
    this.progress = new Progress(options.out());
    Ports ports = options.ports();
    DataDir data = options.dataDir();
    PostgreSql postgreSql =
        new PostgreSql(data.of("postgresql"), ports.postgreSql(), data.log("postgresql"), true);
    Redis redis = new Redis(data.of("redis"), ports.redis(), data.log("redis"));
    Kafka kafka =
        new Kafka(
            data.of("kafka"),
            ports.kafka(),
            ports.kafkaController(),
            data.log("kafka"),
            jvmFlags("kafka"));
    SignInServer signIn =
        new SignInServer(
            data.of("sign-in"), ports.signIn(), data.log("sign-in"), jvmFlags("sign-in"));
    this.environment = new Environment(ports, data, postgreSql, kafka.bootstrap(), signIn.issuer());
    this.supervisor =
        new Supervisor(
            List.of(
                Member.ground("postgresql", postgreSql).then(() -> createDatabases(postgreSql)),
                Member.ground("sign-in", signIn),
                Member.ground("redis", redis),
                Member.ground("kafka", kafka),
                Member.service(connectorService(), "postgresql", "sign-in"),
                Member.service(artifactService(), "postgresql", "sign-in"),
                Member.service(schedulerService(), "postgresql", "sign-in"),
                Member.service(demoConnectors())),
            new ProcessRecords(data),
            progress);
  }

  /**
   * Starts everything and returns when a page can be opened.
   *
   * @throws LocalFailure if something stands in the way; nothing runs then
   */
  public static LocalSystem start(Options options) {
    LocalSystem system = prepare(options);
    system.run();
    return system;
  }

  /** Checks the machine and takes the data directory, but starts nothing yet. */
  public static LocalSystem prepare(Options options) {
    options.dataDir().open();
    Lock lock = Lock.take(options.dataDir(), options.ports());
    try {
      new Leftovers(new ProcessRecords(options.dataDir())).end();
      PortCheck.allFree(options.ports());
      return new LocalSystem(options, lock);
    } catch (RuntimeException e) {
      lock.release();
      throw e;
    }
  }

  /** Starts what was prepared. */
  public void run() {
    try {
      supervisor.startAll();
      if (options.seeded()) {
        Seed.once(
            options.dataDir().of("seeded"),
            appUrl(),
            accessToken(Person.ADA.id()),
            demoUrl(),
            progress::say);
      }
    } catch (RuntimeException e) {
      stop();
      throw e;
    }
  }

  /** The address that people open. */
  public String appUrl() {
    return environment.appOrigin();
  }

  public String sandboxUrl() {
    return environment.sandboxOrigin();
  }

  public String connectorServiceUrl() {
    return "http://127.0.0.1:" + options.ports().connectorService();
  }

  public String schedulerServiceUrl() {
    return "http://127.0.0.1:" + options.ports().schedulerService();
  }

  /** The demo connectors; {@code /crm/mcp} and so on below it. */
  public String demoUrl() {
    return "http://localhost:" + options.ports().demoConnectors();
  }

  public Ports ports() {
    return options.ports();
  }

  public Issuer issuer() {
    return environment.issuer();
  }

  /** What a service keeps, for whoever looks at it or fills it from outside. */
  public Database database(String name) {
    return environment.postgreSql().database(name);
  }

  /** An access token of {@code ada}, {@code ben} or {@code cleo}. */
  public String accessToken(String person) {
    return issuer().accessToken(person);
  }

  public Path log(String name) {
    return options.dataDir().log(name);
  }

  /** Kills one process as a crash would; it stays dead until it is started. */
  public void kill(String name) {
    supervisor.kill(name);
  }

  /** Starts a killed process again and returns when it is ready. */
  public void start(String name) {
    supervisor.start(name);
  }

  /** Starts artifact-service once more beside the first, until it is closed. */
  public Replica artifactReplica() {
    Service replica = artifactService().replica(Loopback.freePort());
    replica.start();
    return new Replica(replica);
  }

  /** Starts connector-service once more beside the first, until it is closed. */
  public Replica connectorReplica() {
    Service replica = connectorService().replica(Loopback.freePort());
    replica.start();
    return new Replica(replica);
  }

  /** Since the launcher began. */
  public Duration elapsed() {
    return progress.elapsed();
  }

  /** Stops everything in order. */
  public void stop() {
    supervisor.stopAll();
    lock.release();
  }

  @Override
  public void close() {
    stop();
  }

  private Service artifactService() {
    Map<String, String> settings = set(environment.artifactService());
    settings.putAll(options.artifactSettings());
    return service("artifact-service", options.ports().artifactService(), settings);
  }

  private Service connectorService() {
    return service(
        "connector-service",
        options.ports().connectorService(),
        set(environment.connectorService()));
  }

  private Service schedulerService() {
    return service(
        "scheduler-service",
        options.ports().schedulerService(),
        set(environment.schedulerService()));
  }

  private Map<String, String> set(Map<String, String> before) {
    Map<String, String> settings = new HashMap<>(before);
    settings.putAll(options.serviceSettings());
    return settings;
  }

  private Service demoConnectors() {
    return service(
        "demo-connectors", options.ports().demoConnectors(), environment.demoConnectors());
  }

  private Service service(String module, int port, Map<String, String> variables) {
    Path application = options.home().resolve(module).resolve("target/quarkus-app");
    return new Service(
        module, application, port, options.remembersClasses(), options.dataDir(), variables);
  }

  private List<String> jvmFlags(String name) {
    return options.remembersClasses()
        ? ClassArchive.flags(options.dataDir().of("apps").resolve(name + ".jsa"))
        : List.of();
  }

  private static void createDatabases(PostgreSql postgreSql) {
    List.of("artifact", "connector", "scheduler").forEach(postgreSql::database);
  }
}
