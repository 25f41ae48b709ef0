package dev.liveartifacts.k8s;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;

/** Selectors, as Kubernetes understands them. */
final class Labels {
  private Labels() {}

  static boolean match(LabelSelector selector, Map<String, String> labels) {
    Map<String, String> wanted = selector.getMatchLabels();
    return (wanted == null || labels.entrySet().containsAll(wanted.entrySet()))
        && selector.getMatchExpressions().stream().allMatch(each -> match(each, labels));
  }

  private static boolean match(LabelSelectorRequirement wanted, Map<String, String> labels) {
    if (!wanted.getOperator().equals("In")) {
      throw new IllegalArgumentException("Nobody checks the operator " + wanted.getOperator());
    }
    return wanted.getValues().contains(labels.get(wanted.getKey()));
  }
}
