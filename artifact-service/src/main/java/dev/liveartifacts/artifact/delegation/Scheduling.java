package dev.liveartifacts.artifact.delegation;

import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Schedules an artifact, whoever asks for it: the calls that its page makes become the ones that
 * run by themselves.
 */
@Singleton
public class Scheduling {
  private final Delegating delegating;
  private final ServiceClient client;

  Scheduling(Delegating delegating, ServiceClient client) {
    this.delegating = delegating;
    this.client = client;
  }

  /**
   * The scheduler's answer, its problems included: it knows best what is wrong with a schedule.
   *
   * @param facts of an artifact that the token's person may schedule
   */
  public Uni<Answer> schedule(Facts facts, ScheduleWish wish, String token) {
    return delegating
        .delegate(facts, wish.timeZone(), wish.calls(), wish.expiresAt(), token)
        .map(delegation -> body(facts, delegation, wish))
        .flatMap(
            body -> client.send(Service.SCHEDULER, HttpMethod.POST, "/api/schedules", token, body));
  }

  private static Buffer body(Facts facts, UUID delegation, ScheduleWish wish) {
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
}
