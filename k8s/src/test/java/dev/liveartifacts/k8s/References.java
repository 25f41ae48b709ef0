package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Every config map, secret, volume and account that is named exists, and secrets are secrets. */
final class References implements Rule {
  private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_KEY)");

  @Override
  public List<String> violations(Manifests manifests) {
    List<String> violations = new ArrayList<>();
    for (Workload workload : manifests.workloads()) {
      account(workload, manifests, violations);
      workload.pod().getVolumes().forEach(volume -> volume(volume, manifests, violations));
      workload
          .allContainers()
          .forEach(container -> {
            container.getEnvFrom().forEach(source -> source(source, manifests, violations));
            container.getEnv().forEach(variable -> variable(variable, violations));
          });
      mounts(workload, violations);
    }
    manifests.all(ConfigMap.class).stream()
        .flatMap(map -> map.getData().keySet().stream())
        .filter(key -> SECRET.matcher(key).matches())
        .forEach(key -> violations.add(key + " belongs into a secret"));
    return violations;
  }

  private static void account(Workload workload, Manifests manifests, List<String> violations) {
    String account = workload.pod().getServiceAccountName();
    if (account != null && manifests.named(ServiceAccount.class, account).isEmpty()) {
      violations.add("There is no service account " + account);
    }
  }

  private static void source(EnvFromSource source, Manifests manifests, List<String> violations) {
    boolean exists =
        source.getConfigMapRef() == null
            ? manifests.named(Secret.class, source.getSecretRef().getName()).isPresent()
            : manifests.named(ConfigMap.class, source.getConfigMapRef().getName()).isPresent();
    if (!exists) {
      violations.add("There is no such source of settings: " + source);
    }
  }

  private static void variable(EnvVar variable, List<String> violations) {
    if (variable.getValueFrom() != null) {
      violations.add(variable.getName() + " comes from a single key, which nobody checks");
    }
    if (SECRET.matcher(variable.getName()).matches()) {
      violations.add(variable.getName() + " belongs into a secret");
    }
  }

  private static void volume(Volume volume, Manifests manifests, List<String> violations) {
    if (volume.getConfigMap() != null
        && manifests.named(ConfigMap.class, volume.getConfigMap().getName()).isEmpty()) {
      violations.add("There is no config map for the volume " + volume.getName());
    }
  }

  private static void mounts(Workload workload, List<String> violations) {
    List<String> volumes = workload.pod().getVolumes().stream().map(Volume::getName).toList();
    workload.allContainers().stream()
        .flatMap(container -> container.getVolumeMounts().stream())
        .map(VolumeMount::getName)
        // the data of stateful sets comes from claim templates
        .filter(name -> !volumes.contains(name) && !name.equals("data"))
        .forEach(name -> violations.add("There is no volume " + name));
  }
}
