package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.artifact.access.AllowedTool;
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

  Uni<CallAnswerBytes> call(UUID artifactId, Permitted permitted, String token) {
    String name = permitted.call().name();
    AllowedTool tool = permitted.tool();
    return client
        .exchange(
            Service.CONNECTOR,
            HttpMethod.POST,
            "/calls",
            token,
            request(artifactId, permitted),
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
  private static Buffer request(UUID artifactId, Permitted permitted) {
    try {
      return Buffer.buffer(
          Call.JSON.writeValueAsBytes(
              Call.JSON
                  .createObjectNode()
                  .put("artifactId", artifactId.toString())
                  .put("connectorId", permitted.tool().connectorId().toString())
                  .put("tool", permitted.tool().tool())
                  .put("grantedHash", permitted.tool().schemaHash())
                  .put("confirmed", permitted.confirmed())
                  .putPOJO("freshness", permitted.call().freshness())
                  .set("arguments", permitted.arguments())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
