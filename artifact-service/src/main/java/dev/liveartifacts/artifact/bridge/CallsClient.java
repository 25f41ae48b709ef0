package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.AnswerTooLargeException;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceAwayException;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import dev.liveartifacts.contracts.call.CallRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * Makes a call through connector-service. The answer's bytes are passed on as they come; only what
 * connector-service cannot say itself is said here.
 */
@Singleton
class CallsClient {
  private final ServiceClient client;

  CallsClient(ServiceClient client) {
    this.client = client;
  }

  /**
   * By the access of the token's person.
   *
   * @param ownConnection false: with the workspace's connections alone
   */
  Uni<CallAnswerBytes> call(
      UUID artifactId, Permitted permitted, boolean ownConnection, String token) {
    ObjectNode request = request(artifactId, permitted);
    request.put("ownConnection", ownConnection);
    return send("/calls", permitted, request, token);
  }

  /**
   * By the owner's access, as far as the delegation goes.
   *
   * @param token this service's own
   */
  Uni<CallAnswerBytes> call(
      UUID artifactId, Permitted permitted, UUID delegationId, Person viewer, String token) {
    ObjectNode request = request(artifactId, permitted);
    request.put("delegationId", delegationId.toString());
    request.putObject("viewer").put("issuer", viewer.issuer()).put("subject", viewer.subject());
    return send("/delegated-calls", permitted, request, token);
  }

  private Uni<CallAnswerBytes> send(
      String target, Permitted permitted, ObjectNode request, String token) {
    String name = permitted.call().name();
    AllowedTool tool = permitted.tool();
    return client
        .exchange(
            Service.CONNECTOR,
            HttpMethod.POST,
            target,
            token,
            bytes(request),
            ServiceClient.CALL_LIMIT)
        .map(answer -> read(answer, name, tool))
        .onFailure(ServiceAwayException.class)
        .recoverWithItem(() -> CallAnswerBytes.of(Refusal.serviceAway(name, tool)))
        .onFailure(AnswerTooLargeException.class)
        .recoverWithItem(() -> CallAnswerBytes.of(Refusal.tooLarge(name, tool)));
  }

  private static CallAnswerBytes read(Answer answer, String name, AllowedTool tool) {
    if (answer.status() == 401) {
      throw new ProblemException(Problems.signInNeeded());
    }
    if (answer.status() >= 500) {
      return CallAnswerBytes.of(Refusal.serviceAway(name, tool));
    }
    return answer.status() == 200 && answer.outcome() != null
        ? new CallAnswerBytes(answer.outcome(), answer.news(), answer.body())
        : CallAnswerBytes.of(Refusal.notUnderstood(name, tool));
  }

  /** A {@link CallRequest} whose arguments keep the form that the page gave them. */
  private static ObjectNode request(UUID artifactId, Permitted permitted) {
    return Call.JSON
        .createObjectNode()
        .put("artifactId", artifactId.toString())
        .put("connectorId", permitted.tool().connectorId().toString())
        .put("tool", permitted.tool().tool())
        .put("grantedHash", permitted.tool().schemaHash())
        .put("confirmed", permitted.confirmed())
        .putPOJO("freshness", permitted.call().freshness())
        .set("arguments", permitted.arguments());
  }

  private static Buffer bytes(ObjectNode request) {
    try {
      return Buffer.buffer(Call.JSON.writeValueAsBytes(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
