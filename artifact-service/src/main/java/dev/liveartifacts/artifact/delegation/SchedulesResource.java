package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Schedules an artifact: the calls that its page makes now become the ones that run by themselves.
 */
@Path("/api/artifacts/{id}/schedules")
class SchedulesResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final Delegating delegating;
  private final ServiceClient client;

  SchedulesResource(
      CurrentPerson current, Doorkeeper doorkeeper, Delegating delegating, ServiceClient client) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.delegating = delegating;
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
    return delegating
        .delegate(facts, wish.timeZone(), wish.calls(), wish.expiresAt(), token)
        .map(delegation -> body(facts, delegation, wish))
        .flatMap(
            body -> client.send(Service.SCHEDULER, HttpMethod.POST, "/api/schedules", token, body))
        .map(SchedulesResource::passedOn);
  }

  private static Buffer body(Facts facts, UUID delegation, Wish wish) {
    JsonObject body =
        new JsonObject()
            .put("artifactId", facts.artifactId().toString())
            .put("artifactTitle", facts.title())
            .put("delegationId", delegation.toString())
            .put("cron", wish.cron())
            .put("timeZone", wish.timeZone());
    if (wish.jitterSeconds() != null) {
      body.put("jitterSeconds", wish.jitterSeconds());
    }
    if (wish.misfire() != null) {
      body.put("misfire", wish.misfire());
    }
    return body.toBuffer();
  }

  /** The scheduler's answer, its problems included: it knows best what is wrong with a schedule. */
  private static RestResponse<byte[]> passedOn(Answer answer) {
    return ResponseBuilder.<byte[]>create(answer.status())
        .entity(answer.body().getBytes())
        .header("Content-Type", answer.good() ? "application/json" : "application/problem+json")
        .build();
  }

  /**
   * When, and what.
   *
   * @param cron five fields
   * @param timeZone an IANA name
   * @param calls what the owner looked at; null: what is proposed, as it is
   * @param expiresAt when the permission ends; null: when it is taken back
   * @param jitterSeconds the scheduler says what it takes
   * @param misfire the scheduler says what it takes
   */
  record Wish(
      @NotBlank @Size(max = 100) String cron,
      @NotBlank @Size(max = 60) String timeZone,
      @Nullable @Size(max = 100) List<Review.@NotNull @Valid Call> calls,
      @Nullable Instant expiresAt,
      @Nullable Integer jitterSeconds,
      @Nullable @Size(max = 20) String misfire) {}
}
