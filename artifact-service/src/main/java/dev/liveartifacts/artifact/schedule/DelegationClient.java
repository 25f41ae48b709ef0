package dev.liveartifacts.artifact.schedule;

import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Gives connector-service the owner's standing permission for exactly the recorded calls. */
@Singleton
class DelegationClient {
  private final ServiceClient client;

  DelegationClient(ServiceClient client) {
    this.client = client;
  }

  /** Replaces what was delegated before. */
  Uni<UUID> delegate(UUID artifactId, List<RecordedCall> calls, String token) {
    return client
        .send(Service.CONNECTOR, HttpMethod.PUT, "/delegations/" + artifactId, token, body(calls))
        .map(DelegationClient::id);
  }

  private static Buffer body(List<RecordedCall> calls) {
    JsonArray array = new JsonArray();
    calls.forEach(call -> array.add(json(call)));
    return new JsonObject().put("calls", array).toBuffer();
  }

  private static JsonObject json(RecordedCall call) {
    return new JsonObject()
        .put("connectorId", call.connectorId().toString())
        .put("tool", call.tool())
        .put("arguments", new JsonObject(call.arguments()));
  }

  private static UUID id(Answer answer) {
    if (answer.status() == 401) {
      throw new ProblemException(Problems.signInNeeded());
    }
    if (!answer.good()) {
      throw Problems.conflict(
          "delegation-refused",
          "The connectors did not accept these calls. Open the page again and look at its data.");
    }
    return UUID.fromString(answer.body().toJsonObject().getString("delegationId"));
  }
}
