package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.upstream.Answer;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Schedules an artifact: the calls that its page makes now become the ones that run by themselves.
 */
@Path("/api/artifacts/{id}/schedules")
class SchedulesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Scheduling scheduling;

  SchedulesResource(CurrentPerson current, Doorkeeper doorkeeper, Scheduling scheduling) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.scheduling = scheduling;
  }

  @POST
  public Uni<RestResponse<byte[]>> schedule(@RestPath UUID id, @NotNull @Valid ScheduleWish wish) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.SCHEDULE)
        .flatMap(opened -> scheduling.schedule(opened.facts(), wish, token))
        .map(SchedulesResource::passedOn);
  }

  /** The scheduler's answer, its problems included: it knows best what is wrong with a schedule. */
  private static RestResponse<byte[]> passedOn(Answer answer) {
    return ResponseBuilder.<byte[]>create(answer.status())
        .entity(answer.body().getBytes())
        .header("Content-Type", answer.good() ? "application/json" : "application/problem+json")
        .build();
  }
}
