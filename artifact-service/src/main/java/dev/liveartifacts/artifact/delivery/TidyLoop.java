package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.notice.NoticeStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Drops old messages and notices, and the signing secrets of webhooks that are gone. */
@ApplicationScoped
class TidyLoop {
  private static final Logger LOG = Logger.getLogger(TidyLoop.class);
  private static final Duration MESSAGES_ARE_KEPT = Duration.ofDays(30);
  private static final Duration NOTICES_ARE_KEPT = Duration.ofDays(90);

  private final DeliveryStore store;
  private final NoticeStore notices;
  private final SignerStore signers;
  private final WebhookClient webhooks;
  private final DeliveryConfig config;
  private Cancellable loop = () -> {};

  TidyLoop(
      DeliveryStore store,
      NoticeStore notices,
      SignerStore signers,
      WebhookClient webhooks,
      DeliveryConfig config) {
    this.store = store;
    this.notices = notices;
    this.signers = signers;
    this.webhooks = webhooks;
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    loop =
        Multi.createFrom()
            .ticks()
            .every(config.cleanEvery())
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> tidy())
            .subscribe()
            .with(tidied -> {}, failure -> LOG.error("Old messages are kept", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    loop.cancel();
  }

  private Uni<Void> tidy() {
    return store
        .forget(MESSAGES_ARE_KEPT)
        .flatMap(messages -> notices.forget(NOTICES_ARE_KEPT))
        .flatMap(dropped -> forgetSigners())
        .onFailure()
        .invoke(failure -> LOG.warnf("Old messages stay for now: %s", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> forgetSigners() {
    return signers
        .toForget()
        .onItem()
        .transformToMulti(ids -> Multi.createFrom().iterable(ids))
        .onItem()
        .transformToUniAndConcatenate(
            id -> webhooks.forget(id).flatMap(gone -> signers.forgotten(id)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
