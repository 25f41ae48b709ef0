package dev.liveartifacts.artifact.publication;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What may be seen without signing in. */
@ConfigMapping(prefix = "live.publications")
public interface PublicationConfig {
  /** Whether frozen copies may be put behind public links; if not, links that exist stop too. */
  @WithDefault("true")
  boolean allowed();

  /** How long a public link works at most; without it, until it is taken back. */
  Optional<Duration> longest();

  /** The most public links that one artifact can have. */
  @WithDefault("50")
  int perArtifact();
}
