package dev.liveartifacts.connector.connection;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** The keys that secrets are encrypted with. */
@ConfigMapping(prefix = "live.secrets")
public interface SecretsConfig {
  /**
   * Base64 of 32 random bytes. Several, separated by commas, while a key is being replaced: the
   * first encrypts, all decrypt. Required.
   */
  Optional<List<String>> key();
}
