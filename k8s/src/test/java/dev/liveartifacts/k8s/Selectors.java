package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;

/** Whoever selects pods, selects some. */
final class Selectors implements Rule {
  @Override
  public List<String> violations(Manifests manifests) {
    List<Workload> workloads = manifests.workloads();
    List<String> violations = new ArrayList<>();
    for (Workload workload : workloads) {
      if (!Labels.match(workload.selector(), workload.labels())) {
        violations.add(workload.name() + " does not select its own pods");
      }
    }
    for (Service service : manifests.all(Service.class)) {
      LabelSelector selector = new LabelSelector(List.of(), service.getSpec().getSelector());
      check("Service " + service.getMetadata().getName(), selector, workloads, violations);
    }
    for (PodDisruptionBudget budget : manifests.all(PodDisruptionBudget.class)) {
      String name = "PodDisruptionBudget " + budget.getMetadata().getName();
      check(name, budget.getSpec().getSelector(), workloads, violations);
    }
    for (NetworkPolicy policy : manifests.all(NetworkPolicy.class)) {
      String name = "NetworkPolicy " + policy.getMetadata().getName();
      check(name, policy.getSpec().getPodSelector(), workloads, violations);
    }
    return violations;
  }

  private static void check(
      String who, LabelSelector selector, List<Workload> workloads, List<String> violations) {
    if (workloads.stream().noneMatch(each -> Labels.match(selector, each.labels()))) {
      violations.add(who + " selects no pod");
    }
  }
}
