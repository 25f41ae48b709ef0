package dev.liveartifacts.connector.testing;

import static io.restassured.RestAssured.given;

import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.postgresql.Database;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.ServerProcess;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The service as it is built, in a process of its own with a database and topics of its own: it can
 * be killed and come back.
 */
public final class BuiltService implements AutoCloseable {
  private static final Path JAR = Path.of("target/quarkus-app/quarkus-run.jar");
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final String SECRETS_KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

  private final Infra infra = Infra.shared();
  private final String suffix = infra.topicSuffix() + ".own";
  private final Database database = infra.database("connector_own");
  private final int port = Loopback.freePort();
  private final ServerProcess process =
      new ServerProcess("connector-service", Path.of("target", "connector-service-own.log"));

  /** Returns when it is ready. */
  public void start() {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("Build the service first: mvn package.");
    }
    process.launch(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-Xmx320m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-jar",
            JAR.toString()),
        environment());
    process.awaitReady(this::ready, START_LIMIT);
  }

  /** SIGKILL: nothing is tidied up. */
  public void kill() {
    process.kill();
  }

  /** SIGTERM: returns when it has stopped. */
  public void stop() {
    process.stop();
  }

  /** The suffix of its topics. */
  public String suffix() {
    return suffix;
  }

  public Database database() {
    return database;
  }

  /** A request with a person's token; paths are those of the service. */
  public RequestSpecification as(String person) {
    return asked(infra.signIn().accessToken(person));
  }

  /** The same with the token of another service. */
  public RequestSpecification asService() {
    return asked(infra.signIn().clientToken("artifact-service"));
  }

  private RequestSpecification asked(String token) {
    return given()
        .baseUri("http://" + Loopback.ADDRESS)
        .port(port)
        .auth()
        .oauth2(token)
        .contentType(ContentType.JSON);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", Loopback.ADDRESS);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("QUARKUS_REDIS_HOSTS", infra.redis().url());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", infra.kafkaBootstrap());
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", infra.signIn().url());
    environment.put("LIVE_TOPICS_SUFFIX", suffix);
    environment.put("MP_MESSAGING_INCOMING_REFRESH_REQUESTED_GROUP_ID", "own" + suffix);
    environment.put("LIVE_SECRETS_KEY", SECRETS_KEY);
    environment.put("LIVE_EGRESS_ALLOW_LOOPBACK", "true");
    environment.put("LIVE_EGRESS_ALLOW_HTTP", "true");
    environment.put("LIVE_REFRESH_CALLS_AT_A_TIME", "1");
    return environment;
  }

  private boolean ready() {
    try {
      URI probe = URI.create("http://" + Loopback.ADDRESS + ":" + port + "/q/health/ready");
      HttpURLConnection connection = (HttpURLConnection) probe.toURL().openConnection();
      connection.setConnectTimeout(500);
      connection.setReadTimeout(2000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.kill();
  }
}
