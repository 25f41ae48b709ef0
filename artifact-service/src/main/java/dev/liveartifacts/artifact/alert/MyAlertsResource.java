package dev.liveartifacts.artifact.alert;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.delivery.Channels;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All of one's alerts, and by which ways they can reach one. */
@Path("/api/alerts")
class MyAlertsResource {
  private final CurrentPerson current;
  private final AlertViewStore views;
  private final Channels channels;
  private final Doorkeeper doorkeeper;

  MyAlertsResource(
      CurrentPerson current, AlertViewStore views, Channels channels, Doorkeeper doorkeeper) {
    this.current = current;
    this.views = views;
    this.channels = channels;
    this.doorkeeper = doorkeeper;
  }

  /**
   * Whether mail can be sent to this person.
   *
   * @param address where it goes; null if it cannot
   * @param why what is missing; null if it can
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Mail(boolean available, @Nullable String address, @Nullable String why) {}

  /** The ways there are. */
  record Ways(Mail mail) {}

  @GET
  public Uni<List<AlertView>> list() {
    Person person = current.get();
    return views
        .of(person.id(), null)
        .onItem()
        .transformToMulti(all -> Multi.createFrom().iterable(all))
        .onItem()
        .transformToUniAndConcatenate(view -> visible(view, person))
        .collect()
        .asList();
  }

  @GET
  @Path("/channels")
  public Ways channels() {
    Person person = current.get();
    if (!channels.mailIsSetUp()) {
      return new Ways(new Mail(false, null, channels.howToSetUpMail()));
    }
    return new Ways(
        person.email() == null
            ? new Mail(
                false, null, "Your sign-in server has told no verified mail address of yours.")
            : new Mail(true, person.email(), null));
  }

  /** Of an artifact that is not shared any more nothing is told, not even its present name. */
  private Uni<AlertView> visible(AlertView view, Person person) {
    return doorkeeper
        .ifAllowed(person, view.artifactId())
        .map(opened -> opened.isPresent() ? view : view.withoutArtifact());
  }
}
