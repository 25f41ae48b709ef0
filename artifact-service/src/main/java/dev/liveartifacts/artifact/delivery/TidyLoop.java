package dev.liveartifacts.artifact.delivery;

import dev.liveartifacts.artifact.notice.NoticeStore;
import dev.liveartifacts.artifact.time.Rounds;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;

/** Drops old messages and notices, and the signing secrets of webhooks that are gone. */
@ApplicationScoped
class TidyLoop {
  private static final Duration MESSAGES_ARE_KEPT = Duration.ofDays(30);
  private static final Duration NOTICES_ARE_KEPT = Duration.ofDays(90);

  private final DeliveryStore store;
  private final NoticeStore notices;
  private final SignerStore signers;
  private final WebhookClient webhooks;
  private final DeliveryConfig config;
  private final Rounds rounds = new Rounds();

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
    rounds.start(config.cleanEvery(), 1, "Old messages stay for now", this::tidy);
  }

  void stop(@Observes ShutdownEvent event) {
    rounds.stop();
  }

  private Uni<Void> tidy() {
    return store
        .forget(MESSAGES_ARE_KEPT)
        .flatMap(messages -> notices.forget(NOTICES_ARE_KEPT))
        .flatMap(dropped -> forgetSigners());
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
