package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.access.Doorkeeper;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Brings one message to where it goes. Never fails: what goes wrong is an {@link Attempt}. */
@Singleton
class Postman {
  private static final Logger LOG = Logger.getLogger(Postman.class);
  private static final Duration MAIL_DEADLINE = Duration.ofSeconds(30);

  private final Doorkeeper doorkeeper;
  private final Channels channels;
  private final ReactiveMailer mailer;
  private final WebhookClient webhooks;

  Postman(Doorkeeper doorkeeper, Channels channels, ReactiveMailer mailer, WebhookClient webhooks) {
    this.doorkeeper = doorkeeper;
    this.channels = channels;
    this.mailer = mailer;
    this.webhooks = webhooks;
  }

  Uni<Attempt> bring(Delivery delivery) {
    return isForThem(delivery)
        .flatMap(still -> still ? carry(delivery) : Uni.createFrom().item(new Attempt.Withdrawn()))
        .onFailure()
        .recoverWithItem(Postman::unknown);
  }

  /**
   * Hours may have passed since it was written: quiet ones, or those of a mail server's absence.
   */
  private Uni<Boolean> isForThem(Delivery delivery) {
    UUID artifactId = delivery.artifactId();
    return artifactId == null
        ? Uni.createFrom().item(true)
        : doorkeeper.ifAllowed(delivery.personId(), artifactId).map(Optional::isPresent);
  }

  private static Attempt unknown(Throwable failure) {
    LOG.warnf("Whether a message may be sent could not be seen: %s", failure.getMessage());
    return new Attempt.Later("The service was busy.", null);
  }

  private Uni<Attempt> carry(Delivery delivery) {
    return switch (delivery.target()) {
      case Message.Target.Mail(String address) -> mail(delivery, address);
      case Message.Target.Webhook(String url, UUID signer) ->
          webhooks.post(delivery.id(), url, signer, delivery.body());
    };
  }

  private Uni<Attempt> mail(Delivery delivery, String address) {
    if (!channels.mailIsSetUp()) {
      return Uni.createFrom().item(new Attempt.Later(Channels.HOW_TO_SET_UP_MAIL, null));
    }
    return mailer
        .send(mailOf(delivery, address))
        .ifNoItem()
        .after(MAIL_DEADLINE)
        .fail()
        .<Attempt>replaceWith(new Attempt.Delivered())
        .onFailure()
        .recoverWithItem(Postman::refused);
  }

  /** RFC 3834: nobody's absence note answers it; the id lets mail programs tell a repeat. */
  private Mail mailOf(Delivery delivery, String address) {
    return Mail.withText(address, delivery.title(), delivery.body())
        .addHeader("Auto-Submitted", "auto-generated")
        .addHeader("Message-ID", "<" + delivery.id() + "@" + channels.host() + ">");
  }

  /** The server's own words may quote the recipient: they are for the log of whoever runs it. */
  private static Attempt refused(Throwable failure) {
    LOG.warnf("A mail was not taken: %s", failure.getMessage());
    return new Attempt.Later("The mail server did not take it.", null);
  }
}
