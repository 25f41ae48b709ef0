package dev.liveartifacts.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
  @Test
  void the_example_of_standard_webhooks_is_signed_as_it_says() {
    Map<String, String> headers =
        WebhookSignature.headers(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            Instant.ofEpochSecond(1614265330),
            "{\"test\": 2432232314}");

    assertThat(headers)
        .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void no_two_secrets_are_the_same() {
    SecureRandom random = new SecureRandom();

    assertThat(WebhookSignature.newSecret(random))
        .startsWith("whsec_")
        .isNotEqualTo(WebhookSignature.newSecret(random));
  }
}
