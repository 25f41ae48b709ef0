package dev.liveartifacts.connector.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.connector.egress.EgressConfig;
import dev.liveartifacts.connector.egress.EgressGuard;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where webhooks may go in a closed system. */
class WebhookClientTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final Vertx vertx = Vertx.vertx();
  private final AtomicInteger resolved = new AtomicInteger();

  @AfterEach
  void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "https://hooks.example.com/x, 10.1.2.3, private",
    "https://hooks.example.com/x, 169.254.169.254, link-local",
    "https://hooks.example.com/x, 127.0.0.1, loopback",
    "https://[::1]/x, ::1, loopback",
    "http://hooks.example.com/x, 93.184.216.34, https://"
  })
  void row_5_a_webhook_goes_to_no_address_that_is_not_the_public_webs(
      String address, String resolvedTo, String why) {
    WebhookClient client = new WebhookClient(vertx, closed(resolvedTo), Clock.systemUTC());

    DeliveryAnswer answer =
        client.post(URI.create(address), SECRET, "id", "{}").await().indefinitely();

    assertThat(answer.outcome()).isEqualTo(DeliveryAnswer.Outcome.FAILED);
    assertThat(answer.reason()).startsWith("The server cannot be asked.").contains(why);
  }

  @Test
  void a_name_is_resolved_anew_for_each_message() {
    WebhookClient client = new WebhookClient(vertx, closed("10.0.0.1"), Clock.systemUTC());
    URI address = URI.create("https://hooks.example.com/x");

    client.post(address, SECRET, "one", "{}").await().indefinitely();
    client.post(address, SECRET, "two", "{}").await().indefinitely();

    assertThat(resolved).hasValue(2);
  }

  private EgressGuard closed(String address) {
    return new EgressGuard(
        new EgressConfig() {
          @Override
          public boolean allowLoopback() {
            return false;
          }

          @Override
          public boolean allowHttp() {
            return false;
          }

          @Override
          public Optional<List<String>> allowNetworks() {
            return Optional.empty();
          }
        },
        host -> resolve(address));
  }

  private Uni<List<InetAddress>> resolve(String address) {
    resolved.incrementAndGet();
    try {
      return Uni.createFrom().item(List.of(InetAddress.getByName(address)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
