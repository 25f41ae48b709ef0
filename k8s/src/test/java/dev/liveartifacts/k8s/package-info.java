/** {@code overlay → Kustomize → StrictYaml → Manifests → Rule → violations}. */
@NullMarked
package dev.liveartifacts.k8s;

import org.jspecify.annotations.NullMarked;
