package dev.liveartifacts.artifact.embed;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where artifacts may be shown inside other sites, to who is signed in. */
@ConfigMapping(prefix = "live.embed")
public interface EmbedConfig {
  /** Web origins of which owners can choose; without any, artifacts are framed nowhere. */
  Optional<List<String>> origins();
}
