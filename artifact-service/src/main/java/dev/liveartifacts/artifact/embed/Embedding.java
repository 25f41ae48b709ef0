package dev.liveartifacts.artifact.embed;

import dev.liveartifacts.artifact.edge.Origins;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Decides which sites may show an artifact: those of its owner that the workspace allows too. */
@Startup
@Singleton
public class Embedding {
  private final EmbedStore store;
  private final List<String> allowed;

  Embedding(EmbedStore store, EmbedConfig config, Origins origins) {
    this.store = store;
    this.allowed = Sites.of(config.origins().orElseGet(List::of), origins.app());
  }

  /** Those that the workspace allows. */
  public List<String> allowed() {
    return allowed;
  }

  public Uni<List<String>> of(UUID artifactId) {
    return allowed.isEmpty()
        ? Uni.createFrom().item(List.of())
        : store.of(artifactId).map(this::both);
  }

  /** Of what an owner chose, what the workspace still allows. */
  public List<String> both(List<String> chosen) {
    return chosen.stream().filter(allowed::contains).toList();
  }
}
