package dev.liveartifacts.artifact.mcpserver.guide;

import dev.liveartifacts.artifact.mcpserver.Caller;
import dev.liveartifacts.artifact.mcpserver.tools.Artifacts;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;

/** The names by which a person's artifacts are asked for, for clients that complete them. */
@Singleton
class Titles {
  private final Artifacts artifacts;

  Titles(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  Uni<List<String>> beginning(String begun, Caller caller) {
    String start = begun.toLowerCase(Locale.ROOT);
    return artifacts
        .handles(caller.person())
        .map(handles ->
            handles.values().stream().filter(name -> name.startsWith(start)).sorted().toList());
  }
}
