package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.delivery.DeliveryStore;
import dev.liveartifacts.artifact.delivery.WebhookClient;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** What can be done with one's own alert: see when it fired, try its ways, renew its secret. */
@Path("/api/artifacts/{id}/alerts/{alertId}")
class AlertActionsResource {
  private static final Duration WHILE = Duration.ofMinutes(1);
  private static final int MOST_MEANWHILE = 6;

  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final AlertStore store;
  private final EpisodeStore episodes;
  private final EvaluationStore evaluations;
  private final DeliveryLoop deliveries;
  private final DeliveryStore sent;
  private final WebhookClient webhooks;

  AlertActionsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      AlertStore store,
      EpisodeStore episodes,
      EvaluationStore evaluations,
      DeliveryLoop deliveries,
      DeliveryStore sent,
      WebhookClient webhooks) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.episodes = episodes;
    this.evaluations = evaluations;
    this.deliveries = deliveries;
    this.sent = sent;
    this.webhooks = webhooks;
  }

  /** What signatures are checked with; told once. */
  record Secret(String webhookSecret) {}

  @GET
  @Path("/episodes")
  public Uni<List<EpisodeStore.Episode>> episodes(@RestPath UUID id, @RestPath UUID alertId) {
    return own(id, alertId).flatMap(alert -> episodes.of(alert.id()));
  }

  /** Sends what the alert would send, marked as a test. */
  @POST
  @Path("/test")
  @ResponseStatus(202)
  public Uni<Void> test(@RestPath UUID id, @RestPath UUID alertId) {
    return own(id, alertId)
        .call(alert -> sent.within(alert.id(), WHILE).invoke(AlertActionsResource::few))
        .flatMap(alert -> evaluations.test(alert, test(alert)))
        .invoke(deliveries::wake);
  }

  /** A new secret; the one before signs nothing any more. */
  @POST
  @Path("/secret")
  public Uni<Secret> secret(@RestPath UUID id, @RestPath UUID alertId) {
    return own(id, alertId).flatMap(alert -> webhooks.sign(alert.signer())).map(Secret::new);
  }

  private Uni<Alert> own(UUID id, UUID alertId) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> store.find(alertId, id, person.id()))
        .map(found -> found.orElseThrow(() -> Problems.notFound("alert")));
  }

  private static void few(int messages) throws ProblemException {
    if (messages >= MOST_MEANWHILE) {
      throw new ProblemException(
          Problem.of(
              429,
              "too-many-tests",
              "Too many at once",
              "Several messages were sent just now. Look whether they arrived, and try again in a"
                  + " minute."));
    }
  }

  private static Happening test(Alert alert) {
    return new Happening(
        Happening.Kind.TEST,
        UUID.randomUUID(),
        alert.standing().seenId(),
        alert.standing().seenAt(),
        "This is a test. The newest data says: "
            + Objects.requireNonNullElse(alert.standing().found(), "nothing yet."));
  }
}
