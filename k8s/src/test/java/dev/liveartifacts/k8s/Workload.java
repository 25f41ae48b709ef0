package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Something that makes pods. */
record Workload(String name, LabelSelector selector, PodTemplateSpec template) {
  static Workload of(Deployment deployment) {
    return new Workload(
        deployment.getMetadata().getName(),
        deployment.getSpec().getSelector(),
        deployment.getSpec().getTemplate());
  }

  static Workload of(StatefulSet set) {
    return new Workload(
        set.getMetadata().getName(), set.getSpec().getSelector(), set.getSpec().getTemplate());
  }

  Map<String, String> labels() {
    return template.getMetadata().getLabels();
  }

  PodSpec pod() {
    return template.getSpec();
  }

  List<Container> containers() {
    return pod().getContainers();
  }

  List<Container> allContainers() {
    return Stream.concat(pod().getInitContainers().stream(), containers().stream()).toList();
  }

  boolean has(IntOrString port) {
    return containers().stream().anyMatch(container -> has(container, port));
  }

  static boolean has(Container container, IntOrString port) {
    return container.getPorts().stream().anyMatch(each -> is(each, port));
  }

  /** Whether both name the same port of this workload, one perhaps by number, the other by name. */
  boolean same(IntOrString one, IntOrString other) {
    return containers().stream()
        .flatMap(container -> container.getPorts().stream())
        .anyMatch(port -> is(port, one) && is(port, other));
  }

  private static boolean is(ContainerPort port, IntOrString wanted) {
    return wanted.getStrVal() == null
        ? port.getContainerPort().equals(wanted.getIntVal())
        : wanted.getStrVal().equals(port.getName());
  }
}
