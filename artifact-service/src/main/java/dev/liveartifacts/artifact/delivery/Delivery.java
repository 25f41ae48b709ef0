package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.notice.Notice;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message in the hands of one replica.
 *
 * @param id the same at every attempt, so that receivers can tell a repeat
 * @param artifactId whose data it tells; null if it tells none
 * @param href where the web app shows what it is about
 * @param until not tried after then
 * @param attempts with this one
 */
record Delivery(
    UUID id,
    UUID personId,
    UUID about,
    @Nullable UUID artifactId,
    Message.Target target,
    String title,
    String body,
    String href,
    Instant until,
    int attempts) {

  /**
   * What its person is told if it never arrives.
   *
   * @param reason a sentence
   */
  Notice notDelivered(String reason) {
    String text = "“%s” could not be sent to %s. %s".formatted(title, receiver(), reason);
    return new Notice(
        personId,
        Notice.Kind.NOT_DELIVERED,
        "A message did not arrive",
        text,
        href,
        "gave up " + id);
  }

  private String receiver() {
    return switch (target) {
      case Message.Target.Mail(String address) -> address;
      case Message.Target.Webhook(String url, UUID signer) -> URI.create(url).getHost();
    };
  }
}
