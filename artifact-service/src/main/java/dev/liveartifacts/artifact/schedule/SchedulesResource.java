package dev.liveartifacts.artifact.schedule;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
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
  private final RecordedCallStore recorded;
  private final DelegationClient delegations;
  private final ServiceClient client;

  SchedulesResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      RecordedCallStore recorded,
      DelegationClient delegations,
      ServiceClient client) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.recorded = recorded;
    this.delegations = delegations;
    this.client = client;
  }

  @POST
  public Uni<RestResponse<byte[]>> schedule(@RestPath UUID id, @NotNull @Valid Wish wish) {
    Person person = current.get();
    String token = current.accessToken();
    return doorkeeper
        .let(person, id, Action.SCHEDULE)
        .flatMap(opened -> schedule(opened.facts(), wish, token));
  }

  private Uni<RestResponse<byte[]>> schedule(Facts facts, Wish wish, String token) {
    return recorded
        .of(facts.artifactId(), facts.version())
        .map(SchedulesResource::notNone)
        .flatMap(calls -> delegations.delegate(facts.artifactId(), calls, token))
        .map(delegation -> body(facts, delegation, wish))
        .flatMap(
            body -> client.send(Service.SCHEDULER, HttpMethod.POST, "/api/schedules", token, body))
        .map(SchedulesResource::passedOn);
  }

  private static List<RecordedCall> notNone(List<RecordedCall> calls) {
    if (calls.isEmpty()) {
      throw Problems.conflict(
          "nothing-recorded", "Open the page once, so that its calls are known.");
    }
    return calls;
  }

  private static Buffer body(Facts facts, UUID delegation, Wish wish) {
    return new JsonObject()
        .put("artifactId", facts.artifactId().toString())
        .put("artifactTitle", facts.title())
        .put("delegationId", delegation.toString())
        .put("cron", wish.cron())
        .put("timeZone", wish.timeZone())
        .toBuffer();
  }

  /** The scheduler's answer, its problems included: it knows best what is wrong with a schedule. */
  private static RestResponse<byte[]> passedOn(Answer answer) {
    return ResponseBuilder.<byte[]>create(answer.status())
        .entity(answer.body().getBytes())
        .header("Content-Type", answer.good() ? "application/json" : "application/problem+json")
        .build();
  }

  /**
   * @param cron five fields
   * @param timeZone an IANA name
   */
  record Wish(@NotBlank @Size(max = 100) String cron, @NotBlank @Size(max = 60) String timeZone) {}
}
