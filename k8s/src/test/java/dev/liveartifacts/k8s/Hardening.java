package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The restricted pod security standard, a read-only root file system, and no token of the cluster.
 */
final class Hardening implements Rule {
  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      if (!hardened(workload.pod())) {
        violations.add("The pods of " + workload.name() + " are not hardened");
      }
      workload.allContainers().stream()
          .filter(container -> !hardened(container))
          .forEach(container -> violations.add(container.getName() + " is not hardened"));
    }
    manifests.all(ServiceAccount.class).stream()
        .filter(account -> !Boolean.FALSE.equals(account.getAutomountServiceAccountToken()))
        .forEach(account -> violations.add(account.getMetadata().getName() + " mounts its token"));
    return violations;
  }

  private static boolean hardened(PodSpec pod) {
    PodSecurityContext context =
        Optional.ofNullable(pod.getSecurityContext()).orElseGet(PodSecurityContext::new);
    return Boolean.TRUE.equals(context.getRunAsNonRoot())
        && context.getRunAsUser() != null
        && context.getRunAsUser() > 0
        && context.getSeccompProfile() != null
        && context.getSeccompProfile().getType().equals("RuntimeDefault")
        && Boolean.FALSE.equals(pod.getAutomountServiceAccountToken())
        && pod.getHostNetwork() == null
        && pod.getHostPID() == null
        && pod.getHostIPC() == null
        && pod.getVolumes().stream().allMatch(volume -> volume.getHostPath() == null);
  }

  private static boolean hardened(Container container) {
    SecurityContext context =
        Optional.ofNullable(container.getSecurityContext()).orElseGet(SecurityContext::new);
    return Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())
        && Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
        && context.getPrivileged() == null
        && context.getRunAsUser() == null
        && dropsAll(context.getCapabilities());
  }

  private static boolean dropsAll(Capabilities capabilities) {
    return capabilities != null
        && capabilities.getDrop().equals(List.of("ALL"))
        && capabilities.getAdd().isEmpty();
  }
}
