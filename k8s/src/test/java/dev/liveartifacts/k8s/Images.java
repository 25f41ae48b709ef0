package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.Container;
import java.util.List;
import java.util.regex.Pattern;

/** Every image says which one it is: a tag that does not move. */
final class Images implements Rule {
  private static final Pattern TAGGED = Pattern.compile("[^:@]+:[\\w.-]*\\d[\\w.-]*");

  @Override
  public List<String> violations(Manifests manifests) {
    return manifests.workloads().stream()
        .flatMap(workload -> workload.allContainers().stream())
        .map(Container::getImage)
        .filter(image -> !TAGGED.matcher(image).matches())
        .map(image -> image + " has no version")
        .toList();
  }
}
