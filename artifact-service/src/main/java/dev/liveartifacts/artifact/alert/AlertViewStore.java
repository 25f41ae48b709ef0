package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.delivery.Sent;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts together what a person sees of their alerts. */
@Singleton
class AlertViewStore {
  private final AlertStore alerts;
  private final EpisodeStore episodes;
  private final DeliveryStore deliveries;

  AlertViewStore(AlertStore alerts, EpisodeStore episodes, DeliveryStore deliveries) {
    this.alerts = alerts;
    this.episodes = episodes;
    this.deliveries = deliveries;
  }

  /**
   * One's own.
   *
   * @param artifactId of this artifact; null for all of them
   */
  Uni<List<AlertView>> of(UUID personId, @Nullable UUID artifactId) {
    return alerts.of(personId, artifactId).flatMap(all -> views(all, null));
  }

  /**
   * One.
   *
   * @param secret of its webhook, if it was made just now
   */
  Uni<AlertView> of(Alert alert, @Nullable String secret) {
    return views(List.of(alert), secret).map(List::getFirst);
  }

  private Uni<List<AlertView>> views(List<Alert> all, @Nullable String secret) {
    List<UUID> ids = all.stream().map(Alert::id).toList();
    return Uni.combine()
        .all()
        .unis(episodes.latest(ids), deliveries.latest(ids))
        .asTuple()
        .map(found -> views(all, found.getItem1(), found.getItem2(), secret));
  }

  private static List<AlertView> views(
      List<Alert> all,
      List<EpisodeStore.Episode> episodes,
      List<Sent> sent,
      @Nullable String secret) {
    Map<UUID, EpisodeStore.Episode> last =
        episodes.stream()
            .collect(Collectors.toMap(EpisodeStore.Episode::alertId, Function.identity()));
    Map<UUID, List<Sent>> bySubject = sent.stream().collect(Collectors.groupingBy(Sent::about));
    return all.stream()
        .map(alert ->
            AlertView.of(
                alert, last.get(alert.id()), bySubject.getOrDefault(alert.id(), List.of()), secret))
        .toList();
  }
}
