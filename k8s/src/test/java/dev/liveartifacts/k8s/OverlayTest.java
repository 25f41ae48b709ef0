package dev.liveartifacts.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverlayTest {
  private static Map<String, Manifests> overlays = Map.of();
  private static @TempDir Path directory;
  private static @TempDir Path another;

  @BeforeAll
  static void render() {
    Kustomize kustomize = Kustomize.in(directory);
    overlays =
        Map.of(
            "dev", StrictYaml.read(kustomize.render("dev")),
            "production", StrictYaml.read(kustomize.render("production")),
            "production-with-browser",
                StrictYaml.read(kustomize.with("browser").render("production-with-browser")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void whoever_selects_pods_selects_some(String overlay) {
    assertThat(violations(new Selectors(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void services_and_ingresses_lead_to_ports_that_exist(String overlay) {
    assertThat(violations(new Ports(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void every_container_is_probed_on_a_port_that_it_opens(String overlay) {
    assertThat(violations(new Probes(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void every_container_has_requests_and_limits(String overlay) {
    assertThat(violations(new Resources(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void row_22_every_container_is_non_root_and_read_only(String overlay) {
    assertThat(violations(new Hardening(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void row_22_nothing_passes_that_is_not_needed_and_what_is_needed_passes(String overlay) {
    assertThat(violations(new Isolation(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void every_image_has_a_version(String overlay) {
    assertThat(violations(new Images(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void what_is_referred_to_exists(String overlay) {
    assertThat(violations(new References(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void services_are_told_what_they_read_and_nothing_else_of_ours(String overlay) {
    assertThat(violations(new Settings(), overlay)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production", "production-with-browser"})
  void row_4_pages_have_a_host_name_of_their_own(String overlay) {
    assertThat(violations(new HostNames(), overlay)).isEmpty();
  }

  @Test
  void a_browser_is_there_only_for_those_who_ask_for_it() {
    assertThat(names("dev")).doesNotContain("browser");
    assertThat(names("production")).doesNotContain("browser");
    assertThat(names("production-with-browser")).contains("browser");
  }

  @Test
  void row_22_two_deployments_share_no_password() {
    Set<String> ours = secrets(overlay("dev"));
    Set<String> theirs = secrets(StrictYaml.read(Kustomize.in(another).render("dev")));

    assertThat(ours).hasSizeGreaterThan(8).doesNotContainAnyElementsOf(theirs);
    assertThat(ours).allMatch(secret -> secret.length() >= 32);
  }

  private static List<String> violations(Rule rule, String overlay) {
    return rule.violations(overlay(overlay));
  }

  private static List<String> names(String overlay) {
    return overlay(overlay).workloads().stream().map(Workload::name).toList();
  }

  private static Manifests overlay(String name) {
    return Objects.requireNonNull(overlays.get(name));
  }

  private static Set<String> secrets(Manifests manifests) {
    return manifests.all(Secret.class).stream()
        .flatMap(secret -> secret.getData().entrySet().stream())
        .filter(entry -> !entry.getKey().endsWith("USERNAME"))
        .map(entry ->
            new String(Base64.getDecoder().decode(entry.getValue()), StandardCharsets.UTF_8))
        .collect(Collectors.toSet());
  }
}
