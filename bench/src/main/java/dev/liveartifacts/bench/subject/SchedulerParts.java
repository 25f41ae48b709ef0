package dev.liveartifacts.bench.subject;

import dev.liveartifacts.infra.kafka.Kafka;
import dev.liveartifacts.infra.postgresql.Database;
import dev.liveartifacts.infra.postgresql.PostgreSql;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.signin.SignInServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What scheduler-service needs (PostgreSQL that survives a power cut, Kafka, somebody who signs
 * tokens), and replicas of it. Nothing else of the product runs, so nobody takes the events.
 */
public final class SchedulerParts implements AutoCloseable {
  private final Path home;
  private final Path directory;
  private final PostgreSql postgreSql;
  private final Kafka kafka;
  private final SignInServer signIn;
  private final Database database;
  private final List<SchedulerReplica> replicas = new ArrayList<>();

  /** Does not start anything yet. */
  public SchedulerParts(Path home, Path directory) {
    this.home = home;
    this.directory = directory;
    this.postgreSql =
        new PostgreSql(
            directory.resolve("postgresql"), Loopback.freePort(), log("postgresql"), true);
    this.kafka =
        new Kafka(
            directory.resolve("kafka"), Loopback.freePort(), Loopback.freePort(), log("kafka"));
    this.signIn =
        new SignInServer(directory.resolve("sign-in"), Loopback.freePort(), log("sign-in"));
    this.database =
        new Database("scheduler", postgreSql.port(), PostgreSql.USER, postgreSql.password());
  }

  /** Starts everything but the replicas. */
  public void start() {
    postgreSql.start();
    database.create();
    kafka.start();
    signIn.start();
  }

  /** One more scheduler-service. */
  public SchedulerReplica replica() {
    int port = Loopback.freePort();
    SchedulerReplica replica =
        SchedulerReplica.start(home, log("scheduler-" + port), port, environment(port));
    replicas.add(replica);
    return replica;
  }

  public Database database() {
    return database;
  }

  public Kafka kafka() {
    return kafka;
  }

  /** SIGKILL. */
  public void killDatabase() {
    postgreSql.process().kill();
  }

  public void startDatabase() {
    postgreSql.start();
  }

  @Override
  public void close() {
    replicas.forEach(SchedulerReplica::stop);
    kafka.stop();
    signIn.stop();
    postgreSql.stop();
  }

  private Path log(String name) {
    return directory.resolve(name + ".log");
  }

  private Map<String, String> environment(int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", Loopback.ADDRESS);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrap());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", signIn.issuer().url());
    environment.put("QUARKUS_OIDC_CLIENT_ID", "scheduler-service");
    return environment;
  }
}
