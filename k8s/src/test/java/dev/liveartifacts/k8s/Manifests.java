package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that one overlay sends to a cluster. */
record Manifests(List<HasMetadata> documents) {
  Manifests {
    documents = List.copyOf(documents);
  }

  <T extends HasMetadata> List<T> all(Class<T> type) {
    return documents.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends HasMetadata> Optional<T> named(Class<T> type, String name) {
    return all(type).stream().filter(each -> each.getMetadata().getName().equals(name)).findFirst();
  }

  List<Workload> workloads() {
    return Stream.concat(
            all(Deployment.class).stream().map(Workload::of),
            all(StatefulSet.class).stream().map(Workload::of))
        .toList();
  }

  /** The environment of a container, with what stands in config maps and secrets. */
  Map<String, String> environment(Container container) {
    Map<String, String> environment = new HashMap<>();
    for (EnvFromSource source : container.getEnvFrom()) {
      environment.putAll(values(source));
    }
    for (EnvVar variable : container.getEnv()) {
      environment.put(variable.getName(), String.valueOf(variable.getValue()));
    }
    return environment;
  }

  private Map<String, String> values(EnvFromSource source) {
    if (source.getConfigMapRef() != null) {
      return named(ConfigMap.class, source.getConfigMapRef().getName())
          .map(ConfigMap::getData)
          .orElse(Map.of());
    }
    return named(Secret.class, source.getSecretRef().getName())
        .map(Secret::getData)
        .orElse(Map.of());
  }
}
