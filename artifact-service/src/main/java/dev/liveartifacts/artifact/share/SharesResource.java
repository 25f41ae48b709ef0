package dev.liveartifacts.artifact.share;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.delivery.DeliveryLoop;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.throttle.ThrottleConfig;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** With whom an artifact is shared. */
@Path("/api/artifacts/{id}/shares")
class SharesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final ShareStore store;
  private final DeliveryLoop mails;
  private final Throttle throttle;
  private final ThrottleConfig often;
  private final Clock clock;

  SharesResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      ShareStore store,
      DeliveryLoop mails,
      Throttle throttle,
      ThrottleConfig often,
      Clock clock) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.mails = mails;
    this.throttle = throttle;
    this.often = often;
    this.clock = clock;
  }

  /**
   * Oldest first.
   *
   * @param query a part of an address, a group or a name
   * @param after the last one that is known already
   */
  @GET
  public Uni<Shares> list(
      @RestPath UUID id,
      @RestQuery @DefaultValue("") @Size(max = 200) String query,
      @RestQuery @Nullable UUID after,
      @RestQuery @DefaultValue("100") @Min(1) @Max(200) int limit) {
    String words = query.strip().replace("\0", "");
    return doorkeeper
        .let(current.get(), id, Action.EDIT)
        .flatMap(opened -> store.list(id, words, after, limit));
  }

  /** With somebody whom it is shared with already, this changes the share. */
  @POST
  @ResponseStatus(201)
  public Uni<Share> share(@RestPath UUID id, @NotNull @Valid Invitation invitation) {
    Person person = current.get();
    Invitation checked = invitation.checked(clock.instant());
    return doorkeeper
        .let(person, id, Action.SHARE)
        .call(opened -> throttle(person))
        .flatMap(opened -> store.put(id, opened.facts().title(), person, checked))
        .invoke(mails::wake);
  }

  @PATCH
  @Path("/{shareId}")
  public Uni<Share> change(
      @RestPath UUID id, @RestPath UUID shareId, @NotNull @Valid ShareChange change) {
    ShareChange checked = change.checked(clock.instant());
    return doorkeeper
        .let(current.get(), id, Action.SHARE)
        .flatMap(opened -> store.change(id, shareId, checked));
  }

  @DELETE
  @Path("/{shareId}")
  public Uni<Void> unshare(@RestPath UUID id, @RestPath UUID shareId) {
    return doorkeeper
        .let(current.get(), id, Action.SHARE)
        .flatMap(opened -> store.remove(id, shareId));
  }

  private Uni<Void> throttle(Person person) {
    return throttle.check(
        "shares",
        often.shares(),
        person.id().toString(),
        "You have shared a lot in a short time. For many people at once there are groups.");
  }
}
