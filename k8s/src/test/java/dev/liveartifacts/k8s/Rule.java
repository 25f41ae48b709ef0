package dev.liveartifacts.k8s;

import java.util.List;

/** Something that must hold for all manifests of a deployment together. */
interface Rule {
  /** What is wrong, one sentence each; empty if nothing is. */
  List<String> violations(Manifests manifests);
}
