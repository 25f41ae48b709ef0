package dev.liveartifacts.artifact.mcpserver;

import java.util.List;

/** The two ways in which clients speak the protocol. */
enum Era {
  /** {@code initialize} first; we keep nothing of it, and give no session id. */
  SESSION(List.of("2025-11-25", "2025-06-18", "2025-03-26")),
  /** Each request says everything that is needed to answer it. */
  STATELESS(List.of("2026-07-28"));

  private final List<String> versions;

  Era(List<String> versions) {
    this.versions = versions;
  }

  /** The revisions, the newest first. */
  List<String> versions() {
    return versions;
  }

  String newest() {
    return versions.getFirst();
  }
}
