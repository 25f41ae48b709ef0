package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.upstream.ServiceToken;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ServiceTokenIT extends RunningService {
  @Inject ServiceToken token;

  @Test
  void the_service_speaks_for_itself_and_asks_once_for_its_token() {
    String first = token.get().await().indefinitely();
    String second = token.get().await().indefinitely();

    assertThat(second).isEqualTo(first);
    assertThat(
            new String(
                Base64.getUrlDecoder().decode(first.split("\\.")[1]), StandardCharsets.UTF_8))
        .contains("\"sub\":\"artifact-service\"");
  }
}
