package dev.liveartifacts.artifact.handover;

import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import dev.liveartifacts.artifact.upstream.ServiceToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/** Tells the other services that an artifact has another owner; fails unless that is certain. */
@Singleton
class HandoverClient {
  private final ServiceClient client;
  private final ServiceToken token;

  HandoverClient(ServiceClient client, ServiceToken token) {
    this.client = client;
    this.token = token;
  }

  Uni<Void> tell(Service service, Unfinished handover) {
    JsonObject body =
        new JsonObject()
            .put("artifactId", handover.artifactId().toString())
            .put("issuer", handover.issuer())
            .put("subject", handover.subject())
            .put("before", handover.before() == null ? null : handover.before().toString());
    return token
        .get()
        .flatMap(own -> client.send(service, HttpMethod.POST, "/handovers", own, body.toBuffer()))
        .invoke(answer -> certain(service, answer))
        .replaceWithVoid();
  }

  private static void certain(Service service, Answer answer) {
    if (!answer.good()) {
      throw Problems.unavailable("%s answered %d.".formatted(service.words(), answer.status()));
    }
  }
}
