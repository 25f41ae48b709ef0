package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressServiceBackend;
import java.util.ArrayList;
import java.util.List;

/** A service leads to a port that its pods open, and an ingress to a port of a service. */
final class Ports implements Rule {
  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Service service : manifests.all(Service.class)) {
      LabelSelector selector = new LabelSelector(List.of(), service.getSpec().getSelector());
      for (ServicePort port : service.getSpec().getPorts()) {
        manifests.workloads().stream()
            .filter(workload -> Labels.match(selector, workload.labels()))
            .filter(workload -> !workload.has(target(port)))
            .forEach(workload -> violations.add(workload.name() + " has no port " + port));
      }
    }
    for (Ingress ingress : manifests.all(Ingress.class)) {
      ingress.getSpec().getRules().stream()
          .flatMap(rule -> rule.getHttp().getPaths().stream())
          .map(HTTPIngressPath::getBackend)
          .filter(backend -> !exists(backend.getService(), manifests))
          .forEach(backend -> violations.add("The ingress leads nowhere: " + backend));
    }
    return violations;
  }

  private static IntOrString target(ServicePort port) {
    return port.getTargetPort() == null ? new IntOrString(port.getPort()) : port.getTargetPort();
  }

  private static boolean exists(IngressServiceBackend backend, Manifests manifests) {
    return manifests.named(Service.class, backend.getName()).stream()
        .flatMap(service -> service.getSpec().getPorts().stream())
        .anyMatch(port -> port.getName().equals(backend.getPort().getName()));
  }
}
