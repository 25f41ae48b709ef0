package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The web app and its pages have different hosts, the ones that the ingress answers, with TLS. */
final class HostNames implements Rule {
  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (workload.name().equals("artifact-service")) {
        Map<String, String> environment = manifests.environment(workload.containers().getFirst());
        check(
            origin(environment, "LIVE_APP_ORIGIN"),
            origin(environment, "LIVE_SANDBOX_ORIGIN"),
            manifests,
            violations);
      }
    }
    return violations;
  }

  private static URI origin(Map<String, String> environment, String name) {
    return URI.create(environment.getOrDefault(name, ""));
  }

  private static void check(URI app, URI sandbox, Manifests manifests, List<String> violations) {
    if (String.valueOf(app.getHost()).equals(sandbox.getHost())) {
      violations.add("The app and its pages share the host " + app.getHost());
    }
    Set<String> hosts =
        Stream.of(app, sandbox).map(URI::getHost).map(String::valueOf).collect(Collectors.toSet());
    for (Ingress ingress : manifests.all(Ingress.class)) {
      Set<String> answered =
          ingress.getSpec().getRules().stream()
              .map(IngressRule::getHost)
              .collect(Collectors.toSet());
      if (!hosts.equals(answered)) {
        violations.add("The ingress answers " + answered + ", the service " + hosts);
      }
      boolean tls =
          ingress.getSpec().getTls().stream()
              .anyMatch(each -> Set.copyOf(each.getHosts()).equals(answered));
      if (!tls) {
        violations.add("The ingress has no certificate for " + answered);
      }
    }
  }
}
