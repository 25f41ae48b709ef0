package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.postgresql.PostgreSql;
import dev.liveartifacts.infra.signin.Issuer;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of each service, made from where everything is. */
record Environment(
    Ports ports, DataDir dataDir, PostgreSql postgreSql, String kafkaBootstrap, Issuer issuer) {

  Map<String, String> artifactService() {
    Map<String, String> environment =
        service("artifact-service", "artifact", ports.artifactService());
    environment.put("LIVE_APP_ORIGIN", appOrigin());
    environment.put("LIVE_SANDBOX_ORIGIN", sandboxOrigin());
    environment.put("LIVE_CONNECTOR_SERVICE_URL", http(ports.connectorService()));
    environment.put("LIVE_SCHEDULER_SERVICE_URL", http(ports.schedulerService()));
    environment.put(
        "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET", dataDir.secret("session-key"));
    environment.put("QUARKUS_OIDC_CLIENT_AUTH_SERVER_URL", issuer.url());
    environment.put("QUARKUS_OIDC_CLIENT_CLIENT_ID", "artifact-service");
    environment.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", dataDir.secret("client-secret"));
    return environment;
  }

  Map<String, String> connectorService() {
    Map<String, String> environment =
        service("connector-service", "connector", ports.connectorService());
    environment.put("LIVE_APP_ORIGIN", appOrigin());
    environment.put("LIVE_ARTIFACT_SERVICE_URL", appOrigin());
    environment.put("LIVE_SECRETS_KEY", dataDir.secret("connector-secrets-key"));
    environment.put("LIVE_EGRESS_ALLOW_LOOPBACK", "true");
    environment.put("LIVE_EGRESS_ALLOW_HTTP", "true");
    return environment;
  }

  Map<String, String> schedulerService() {
    Map<String, String> environment =
        service("scheduler-service", "scheduler", ports.schedulerService());
    environment.put("LIVE_ARTIFACT_SERVICE_URL", appOrigin());
    return environment;
  }

  Map<String, String> demoConnectors() {
    Map<String, String> environment = http("demo-connectors", ports.demoConnectors());
    environment.put("LIVE_DEMO_FAULTS", "true");
    return environment;
  }

  String appOrigin() {
    return "http://localhost:" + ports.artifactService();
  }

  String sandboxOrigin() {
    return http(ports.artifactService());
  }

  private Map<String, String> service(String client, String database, int port) {
    Map<String, String> environment = http(client, port);
    environment.put(
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        "postgresql://127.0.0.1:" + ports.postgreSql() + "/" + database);
    environment.put(
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:postgresql://127.0.0.1:" + ports.postgreSql() + "/" + database);
    environment.put("QUARKUS_DATASOURCE_USERNAME", PostgreSql.USER);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", postgreSql.password());
    environment.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + ports.redis());
    environment.put("KAFKA_BOOTSTRAP_SERVERS", kafkaBootstrap);
    environment.put("QUARKUS_OIDC_AUTH_SERVER_URL", issuer.url());
    environment.put("QUARKUS_OIDC_CLIENT_ID", client);
    environment.put("QUARKUS_OIDC_CREDENTIALS_SECRET", dataDir.secret("client-secret"));
    environment.put("LIVE_ADMIN_GROUPS", "admins");
    return environment;
  }

  private static Map<String, String> http(String name, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_APPLICATION_NAME", name);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    return environment;
  }

  private static String http(int port) {
    return "http://127.0.0.1:" + port;
  }
}
