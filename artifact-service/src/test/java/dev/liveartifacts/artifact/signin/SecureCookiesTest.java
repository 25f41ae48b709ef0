package dev.liveartifacts.artifact.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecureCookiesTest {
  @ParameterizedTest
  @CsvSource({"https://live.example.com, true", "http://localhost:8080, false"})
  void row_21_cookies_are_secure_wherever_the_app_is(String origin, boolean secure) {
    SmallRyeConfig config =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(Map.of("live.app-origin", origin), "test", 100))
            .withSources(new SecureCookies())
            .build();

    assertThat(config.getValue("quarkus.oidc.authentication.cookie-force-secure", boolean.class))
        .isEqualTo(secure);
    assertThat(
            config.getValue(
                "quarkus.oidc.authentication.force-redirect-https-scheme", boolean.class))
        .isEqualTo(secure);
  }
}
