package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every container says whether it has started, lives, and is ready, on a port that it opens. */
final class Probes implements Rule {
  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      workload.containers().forEach(container -> check(container, violations));
    }
    return violations;
  }

  private static void check(Container container, List<String> violations) {
    Map<String, @Nullable Probe> probes = new LinkedHashMap<>();
    probes.put("startup", container.getStartupProbe());
    probes.put("liveness", container.getLivenessProbe());
    probes.put("readiness", container.getReadinessProbe());
    probes.forEach((kind, probe) -> {
      if (probe == null) {
        violations.add(container.getName() + " has no " + kind + " probe");
      } else if (port(probe).filter(port -> !Workload.has(container, port)).isPresent()) {
        violations.add("The " + kind + " probe of " + container.getName() + " asks a closed port");
      }
    });
  }

  private static Optional<IntOrString> port(Probe probe) {
    if (probe.getHttpGet() != null) {
      return Optional.of(probe.getHttpGet().getPort());
    }
    return Optional.ofNullable(probe.getTcpSocket()).map(socket -> socket.getPort());
  }
}
