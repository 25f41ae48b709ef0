package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Nothing goes in or out by default, and who is told an address in the cluster is let through to
 * it: by its own policy and by that of the other side.
 */
final class Isolation implements Rule {
  private static final Pattern ADDRESS = Pattern.compile("(?:^|//|,)([a-z-]+):(\\d+)");

  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    if (manifests.all(NetworkPolicy.class).stream().noneMatch(Isolation::deniesEverything)) {
      violations.add("No policy denies everything by default");
    }
    for (Workload workload : manifests.workloads()) {
      for (Container container : workload.containers()) {
        manifests.environment(container).values().stream()
            .flatMap(value -> ADDRESS.matcher(value).results())
            .distinct()
            .forEach(address -> check(workload, address, manifests, violations));
      }
    }
    return violations;
  }

  private static boolean deniesEverything(NetworkPolicy policy) {
    return policy.getSpec().getPodSelector().equals(new LabelSelector())
        && Set.copyOf(policy.getSpec().getPolicyTypes()).equals(Set.of("Ingress", "Egress"))
        && policy.getSpec().getIngress().isEmpty()
        && policy.getSpec().getEgress().isEmpty();
  }

  private static void check(
      Workload from, MatchResult address, Manifests manifests, List<String> violations) {
    manifests
        .named(Service.class, address.group(1))
        .ifPresent(service -> check(from, service, address, manifests, violations));
  }

  private static void check(
      Workload from,
      Service service,
      MatchResult address,
      Manifests manifests,
      List<String> violations) {
    int number = Integer.parseInt(address.group(2));
    List<ServicePort> ports =
        service.getSpec().getPorts().stream().filter(port -> port.getPort() == number).toList();
    if (ports.isEmpty()) {
      violations.add(from.name() + " is told a port that does not exist: " + address.group());
      return;
    }
    IntOrString port = ports.getFirst().getTargetPort();
    LabelSelector selector = new LabelSelector(List.of(), service.getSpec().getSelector());
    manifests.workloads().stream()
        .filter(to -> Labels.match(selector, to.labels()))
        .filter(to -> !(out(from, to, port, manifests) && in(from, to, port, manifests)))
        .forEach(to -> violations.add(from.name() + " is not let through to " + to.name()));
  }

  private static boolean out(Workload from, Workload to, IntOrString port, Manifests manifests) {
    return policies(from, manifests).stream()
        .flatMap(policy -> policy.getSpec().getEgress().stream())
        .anyMatch(rule -> peer(rule.getTo(), to) && port(rule.getPorts(), to, port));
  }

  private static boolean in(Workload from, Workload to, IntOrString port, Manifests manifests) {
    return policies(to, manifests).stream()
        .flatMap(policy -> policy.getSpec().getIngress().stream())
        .anyMatch(rule -> peer(rule.getFrom(), from) && port(rule.getPorts(), to, port));
  }

  private static List<NetworkPolicy> policies(Workload workload, Manifests manifests) {
    return manifests.all(NetworkPolicy.class).stream()
        .filter(policy -> Labels.match(policy.getSpec().getPodSelector(), workload.labels()))
        .toList();
  }

  private static boolean peer(List<NetworkPolicyPeer> peers, Workload workload) {
    return peers.stream()
        .filter(peer -> peer.getNamespaceSelector() == null && peer.getPodSelector() != null)
        .anyMatch(peer -> Labels.match(peer.getPodSelector(), workload.labels()));
  }

  private static boolean port(List<NetworkPolicyPort> ports, Workload to, IntOrString port) {
    return ports.stream().anyMatch(each -> to.same(each.getPort(), port));
  }
}
