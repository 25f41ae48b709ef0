package dev.liveartifacts.artifact.signin;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Makes cookies Secure and redirects https wherever the web app's origin is https, also behind a
 * proxy that ends TLS, whatever its headers say.
 */
public class SecureCookies implements ConfigSourceFactory {
  private static final int ABOVE_APPLICATION_PROPERTIES = 260;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    ConfigValue origin = context.getValue("live.app-origin");
    String secure =
        String.valueOf(
            origin != null && origin.getValue() != null && origin.getValue().startsWith("https:"));
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                "quarkus.oidc.authentication.cookie-force-secure", secure,
                "quarkus.oidc.authentication.force-redirect-https-scheme", secure),
            "live.app-origin",
            ABOVE_APPLICATION_PROPERTIES));
  }

  @Override
  public OptionalInt getPriority() {
    return OptionalInt.of(ABOVE_APPLICATION_PROPERTIES);
  }
}
