package dev.liveartifacts.k8s;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Our services are told all that they need, and no setting of ours that they would not read. */
final class Settings implements Rule {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> EVERYONE =
      List.of(
          "KAFKA_BOOTSTRAP_SERVERS",
          "QUARKUS_DATASOURCE_JDBC_URL",
          "QUARKUS_DATASOURCE_PASSWORD",
          "QUARKUS_DATASOURCE_REACTIVE_URL",
          "QUARKUS_DATASOURCE_USERNAME",
          "QUARKUS_HTTP_HOST",
          "QUARKUS_LOG_CONSOLE_JSON_ENABLED",
          "QUARKUS_OIDC_AUTH_SERVER_URL");
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "artifact-service",
          List.of(
              "LIVE_APP_ORIGIN",
              "LIVE_CONNECTOR_SERVICE_URL",
              "LIVE_SANDBOX_ORIGIN",
              "LIVE_SCHEDULER_SERVICE_URL",
              "QUARKUS_OIDC_CLIENT_ID",
              "QUARKUS_OIDC_CREDENTIALS_SECRET",
              "QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET",
              "QUARKUS_REDIS_HOSTS",
              "QUARKUS_REDIS_PASSWORD"),
          "connector-service",
          List.of(
              "LIVE_APP_ORIGIN",
              "LIVE_SECRETS_KEY",
              "QUARKUS_REDIS_HOSTS",
              "QUARKUS_REDIS_PASSWORD"),
          "scheduler-service",
          List.of());

  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (NEEDED.containsKey(workload.name())) {
        Set<String> told = manifests.environment(workload.containers().getFirst()).keySet();
        check(workload.name(), told, violations);
      }
    }
    return violations;
  }

  private static void check(String service, Set<String> told, List<String> violations) {
    Set<String> known = KnownSettings.of(ROOT.resolve(service));
    told.stream()
        .filter(name -> name.startsWith("LIVE_") && !known.contains(name))
        .forEach(name -> violations.add(service + " does not read " + name));
    List<String> needed = new ArrayList<>(EVERYONE);
    needed.addAll(NEEDED.getOrDefault(service, List.of()));
    needed.stream()
        .filter(name -> !told.contains(name))
        .forEach(name -> violations.add(service + " is not told " + name));
  }
}
