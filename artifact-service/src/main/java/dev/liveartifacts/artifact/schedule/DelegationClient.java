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
public class DelegationClient {
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

  /** Takes tools out of the delegation, if there is one; fails unless that is certain. */
  public Uni<Void> withdraw(UUID artifactId, List<ToolId> tools, String token) {
    return tools.isEmpty()
        ? Uni.createFrom().voidItem()
        : client
            .send(
                Service.CONNECTOR,
                HttpMethod.POST,
                "/delegations/" + artifactId + "/withdrawals",
                token,
                withdrawal(tools))
            .invoke(DelegationClient::certain)
            .replaceWithVoid();
  }

  private static void certain(Answer answer) {
    if (answer.status() == 401) {
      throw new ProblemException(Problems.signInNeeded());
    }
    if (!answer.good()) {
      throw Problems.unavailable(
          "The scheduled calls could not be taken back, so nothing was changed. Try again.");
    }
  }

  private static Buffer withdrawal(List<ToolId> tools) {
    JsonArray array = new JsonArray();
    tools.forEach(tool ->
        array.add(
            new JsonObject()
                .put("connectorId", tool.connectorId().toString())
                .put("tool", tool.tool())));
    return new JsonObject().put("calls", array).toBuffer();
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
