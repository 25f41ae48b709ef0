package dev.liveartifacts.artifact.alert;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.delivery.WebhookClient;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** One's own alerts on an artifact's refreshed data. */
@Path("/api/artifacts/{id}/alerts")
class AlertsResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Alerts alerts;
  private final AlertStore store;
  private final AlertViewStore views;
  private final WebhookClient webhooks;

  AlertsResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      Alerts alerts,
      AlertStore store,
      AlertViewStore views,
      WebhookClient webhooks) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.alerts = alerts;
    this.store = store;
    this.views = views;
    this.webhooks = webhooks;
  }

  /**
   * A change.
   *
   * @param paused null to leave that as it is
   * @param settings all of them; null to leave them as they are
   */
  record Change(@Nullable Boolean paused, @Nullable @Valid Wish settings) {}

  @GET
  public Uni<List<AlertView>> list(@RestPath UUID id) {
    Person person = current.get();
    return doorkeeper.let(person, id, Action.OPEN).flatMap(opened -> views.of(person.id(), id));
  }

  @POST
  @ResponseStatus(201)
  public Uni<AlertView> add(@RestPath UUID id, @NotNull @Valid Wish wish) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .flatMap(opened -> alerts.make(person, opened.facts(), wish))
        .flatMap(alert -> kept(alert));
  }

  @PATCH
  @Path("/{alertId}")
  public Uni<AlertView> change(
      @RestPath UUID id, @RestPath UUID alertId, @NotNull @Valid Change change) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .map(Opened::facts)
        .flatMap(facts ->
            own(alertId, facts, person).flatMap(was -> changed(was, facts, person, change)));
  }

  @DELETE
  @Path("/{alertId}")
  public Uni<Void> delete(@RestPath UUID id, @RestPath UUID alertId) {
    Person person = current.get();
    return store
        .find(alertId, id, person.id())
        .map(found -> found.orElseThrow(() -> Problems.notFound("alert")))
        .flatMap(alert -> store.delete(alert.id(), person.id()));
  }

  private Uni<Alert> own(UUID alertId, Facts facts, Person person) {
    return store
        .find(alertId, facts.artifactId(), person.id())
        .map(found -> found.orElseThrow(() -> Problems.notFound("alert")));
  }

  /** The secret is made first: an alert without one could not sign what it sends. */
  private Uni<AlertView> kept(Alert alert) {
    return secret(alert, null)
        .flatMap(secret -> store.add(alert).flatMap(added -> views.of(alert, secret.orElse(null))));
  }

  private Uni<AlertView> changed(Alert was, Facts facts, Person person, Change change) {
    Uni<Optional<String>> settings =
        change.settings() == null
            ? Uni.createFrom().item(Optional.empty())
            : alerts
                .change(person, facts, was, change.settings())
                .flatMap(now ->
                    secret(now, was.webhookUrl())
                        .flatMap(secret -> store.change(now).replaceWith(secret)));
    return settings
        .flatMap(secret -> pause(was, person, change.paused()).replaceWith(secret))
        .flatMap(secret ->
            own(was.id(), facts, person).flatMap(now -> views.of(now, secret.orElse(null))));
  }

  private Uni<Void> pause(Alert alert, Person person, @Nullable Boolean paused) {
    return paused == null
        ? Uni.createFrom().voidItem()
        : store.pause(alert.id(), person.id(), paused);
  }

  /** A receiver that is new gets a secret of its own. */
  private Uni<Optional<String>> secret(Alert alert, @Nullable String urlBefore) {
    return alert.webhookUrl() == null || Objects.equals(alert.webhookUrl(), urlBefore)
        ? Uni.createFrom().item(Optional.empty())
        : webhooks.sign(alert.signer()).map(Optional::of);
  }
}
