package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every container says how much it needs and how much it may take. */
final class Resources implements Rule {
  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      for (Container container : workload.allContainers()) {
        if (container.getResources() == null
            || !complete(container.getResources().getRequests())
            || !complete(container.getResources().getLimits())) {
          violations.add(container.getName() + " lacks requests or limits of cpu or memory");
        }
      }
    }
    return violations;
  }

  private static boolean complete(@Nullable Map<String, Quantity> quantities) {
    return quantities != null && quantities.containsKey("cpu") && quantities.containsKey("memory");
  }
}
