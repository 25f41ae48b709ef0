package dev.liveartifacts.artifact.library;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** What an administrator adds to the shelf. */
@ConfigMapping(prefix = "live.libraries")
interface LibrariesConfig {
  /**
   * A folder of further libraries, as npm packs them: {@code
   * chartjs-plugin-annotation@3.1.0/dist/…}. Read when the service starts.
   */
  Optional<Path> folder();
}
