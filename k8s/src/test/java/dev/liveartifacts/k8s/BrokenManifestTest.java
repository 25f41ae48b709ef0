package dev.liveartifacts.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what it is there for. */
class BrokenManifestTest {
  private static String dev = "";
  private static String production = "";
  private static @TempDir Path directory;

  @BeforeAll
  static void render() {
    Kustomize kustomize = Kustomize.in(directory);
    dev = kustomize.render("dev");
    production = kustomize.render("production");
  }

  @Test
  void a_misspelt_field_is_found() {
    refused(broken(production, "readinessProbe:", "readynessProbe:"), "readynessProbe");
  }

  @Test
  void a_field_at_the_wrong_level_is_found() {
    refused(
        broken(
            production, "      serviceAccountName:", "      image: x\n      serviceAccountName:"),
        "image");
  }

  @Test
  void a_field_that_stands_twice_is_found() {
    refused(broken(production, "  replicas: 2", "  replicas: 2\n  replicas: 3"), "replicas");
  }

  @Test
  void a_kind_that_nobody_checks_is_found() {
    refused(broken(production, "kind: ServiceAccount", "kind: ServiceAcount"), "ServiceAcount");
  }

  @Test
  void a_selector_that_selects_nothing_is_found() {
    found(
        new Selectors(),
        broken(
            production,
            "  selector:\n    app.kubernetes.io/name: artifact-service",
            "  selector:\n    app.kubernetes.io/name: artefact-service"));
  }

  @Test
  void a_service_for_a_port_that_is_not_open_is_found() {
    found(new Ports(), broken(production, "targetPort: http", "targetPort: https"));
  }

  @Test
  void an_ingress_to_a_service_that_does_not_exist_is_found() {
    found(
        new Ports(),
        broken(
            production,
            "service:\n            name: artifact-service",
            "service:\n            name: artifacts"));
  }

  @Test
  void a_probe_of_a_closed_port_is_found() {
    found(
        new Probes(),
        broken(
            production,
            "path: /q/health/live\n            port: http",
            "path: /q/health/live\n            port: management"));
  }

  @Test
  void a_container_without_a_probe_is_found() {
    found(
        new Probes(),
        broken(
            dev,
            "        startupProbe:\n          periodSeconds: 2\n          tcpSocket:\n            port: redis\n",
            ""));
  }

  @Test
  void a_container_without_limits_is_found() {
    found(
        new Resources(),
        broken(production, "          limits:\n            cpu: \"2\"\n", "          limits:\n"));
  }

  @Test
  void row_22_a_writable_root_is_found() {
    found(
        new Hardening(),
        broken(production, "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"));
  }

  @Test
  void row_22_root_is_found() {
    found(new Hardening(), broken(production, "runAsNonRoot: true", "runAsNonRoot: false"));
    found(new Hardening(), broken(production, "runAsUser: 10001", "runAsUser: 0"));
  }

  @Test
  void row_22_a_kept_capability_is_found() {
    found(new Hardening(), broken(production, "            - ALL", "            - NET_RAW"));
  }

  @Test
  void row_22_a_mounted_token_is_found() {
    found(
        new Hardening(),
        broken(
            production,
            "automountServiceAccountToken: false\nkind: ServiceAccount",
            "kind: ServiceAccount"));
  }

  @Test
  void row_22_an_open_network_is_found() {
    String closed =
        "name: default-deny\n  namespace: live-artifacts\nspec:\n  podSelector: {}\n  policyTypes:\n";
    found(new Isolation(), broken(production, closed + "  - Ingress\n", closed));
  }

  @Test
  void a_way_that_is_needed_and_closed_is_found() {
    found(
        new Isolation(),
        broken(
            dev,
            "          - scheduler-service\n          - keycloak\n",
            "          - scheduler-service\n"));
  }

  @Test
  void an_address_with_a_wrong_port_is_found() {
    found(
        new Isolation(),
        broken(production, "http://connector-service:8080", "http://connector-service:8081"));
  }

  @Test
  void an_image_without_a_version_is_found() {
    found(new Images(), broken(production, "artifact-service:0.1.0", "artifact-service:latest"));
    found(new Images(), broken(production, "artifact-service:0.1.0", "artifact-service"));
  }

  @Test
  void a_config_map_that_does_not_exist_is_found() {
    found(
        new References(),
        broken(
            production,
            "- configMapRef:\n            name: live-artifacts",
            "- configMapRef:\n            name: live-artefacts"));
  }

  @Test
  void a_password_outside_of_a_secret_is_found() {
    found(
        new References(),
        broken(
            production,
            "  QUARKUS_DATASOURCE_USERNAME:",
            "  QUARKUS_DATASOURCE_PASSWORD: x\n  QUARKUS_DATASOURCE_USERNAME:"));
  }

  @Test
  void a_setting_that_nobody_reads_is_found() {
    found(new Settings(), broken(production, "LIVE_SCHEDULER_SERVICE_URL", "LIVE_SCHEDULER_URL"));
  }

  @Test
  void row_4_pages_on_the_host_of_the_app_are_found() {
    found(
        new HostNames(),
        broken(
            production,
            "LIVE_SANDBOX_ORIGIN: https://pages.live.example.com",
            "LIVE_SANDBOX_ORIGIN: https://live.example.com"));
  }

  @Test
  void an_ingress_for_another_host_is_found() {
    found(
        new HostNames(),
        broken(production, "host: pages.live.example.com", "host: other.example.com"));
  }

  private static String broken(String good, String part, String replacement) {
    assertThat(good).contains(part);
    int at = good.indexOf(part);
    return good.substring(0, at) + replacement + good.substring(at + part.length());
  }

  private static void found(Rule rule, String manifests) {
    assertThat(rule.violations(StrictYaml.read(manifests))).isNotEmpty();
  }

  private static void refused(String manifests, String because) {
    assertThatThrownBy(() -> StrictYaml.read(manifests)).hasMessageContaining(because);
  }
}
