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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives connector-service the owner's standing permission for exactly the recorded calls. */
@Singleton
public class DelegationClient {
  private final ServiceClient client;

  DelegationClient(ServiceClient client) {
    this.client = client;
  }

  /** Replaces what was delegated before. */
  public Uni<UUID> delegate(UUID artifactId, Delegated delegated, String token) {
    return client
        .send(
            Service.CONNECTOR,
            HttpMethod.PUT,
            "/delegations/" + artifactId,
            token,
            DelegatedText.write(delegated))
        .map(DelegationClient::id);
  }

  /**
   * Lets those who open the artifact see what a source answers to these calls; replaces what they
   * saw of it before.
   *
   * @param timeZone in which days are meant
   */
  public Uni<UUID> show(
      UUID artifactId, UUID connectorId, Delegated shown, String timeZone, String token) {
    return client
        .send(
            Service.CONNECTOR,
            HttpMethod.PUT,
            view(artifactId, connectorId),
            token,
            DelegatedText.write(shown, timeZone))
        .map(DelegationClient::id);
  }

  /** Shows nothing of a source any more; fails unless that is certain. */
  public Uni<Void> hide(UUID artifactId, UUID connectorId, String token) {
    return client
        .send(Service.CONNECTOR, HttpMethod.DELETE, view(artifactId, connectorId), token, null)
        .invoke(DelegationClient::certain)
        .replaceWithVoid();
  }

  private static String view(UUID artifactId, UUID connectorId) {
    return "/delegations/" + artifactId + "/views/" + connectorId;
  }

  /** What the person has delegated, as connector-service tells it. */
  public Uni<List<GivenDelegation>> given(String token) {
    return client.get(Service.CONNECTOR, "/delegations", token).map(DelegationClient::read);
  }

  /**
   * Sets when a delegation ends; null: when it is taken back.
   *
   * @param expiresAt has to lie ahead
   */
  public Uni<Void> expire(UUID artifactId, @Nullable Instant expiresAt, String token) {
    Buffer body =
        new JsonObject()
            .put("expiresAt", expiresAt == null ? null : expiresAt.toString())
            .toBuffer();
    return client
        .send(Service.CONNECTOR, HttpMethod.PATCH, "/delegations/" + artifactId, token, body)
        .invoke(DelegationClient::accepted)
        .replaceWithVoid();
  }

  /** Takes the whole delegation back, if there is one; fails unless that is certain. */
  public Uni<Void> revoke(UUID artifactId, String token) {
    return client
        .send(Service.CONNECTOR, HttpMethod.DELETE, "/delegations/" + artifactId, token, null)
        .invoke(DelegationClient::certain)
        .replaceWithVoid();
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

  private static List<GivenDelegation> read(Answer answer) {
    accepted(answer);
    return DelegatedText.read(answer.body());
  }

  /** What connector-service says against it is said to the person. */
  private static void accepted(Answer answer) {
    if (answer.status() == 401) {
      throw new ProblemException(Problems.signInNeeded());
    }
    if (!answer.good()) {
      throw Problems.conflict("delegation-refused", reason(answer));
    }
  }

  private static String reason(Answer answer) {
    String detail = answer.status() < 500 ? DelegatedText.detail(answer.body()) : null;
    return detail != null
        ? detail
        : "The connectors did not accept these calls. Open the page again and look at its data.";
  }

  private static UUID id(Answer answer) {
    accepted(answer);
    return UUID.fromString(answer.body().toJsonObject().getString("delegationId"));
  }
}
