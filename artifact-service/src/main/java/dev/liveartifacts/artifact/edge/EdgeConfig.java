package dev.liveartifacts.artifact.edge;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where this service is reached. */
@ConfigMapping(prefix = "live")
public interface EdgeConfig {
  /** Where people open the web app, for example {@code https://live.example.com}. */
  URI appOrigin();

  /** Another host name of the same service, for pages alone. */
  URI sandboxOrigin();
}
