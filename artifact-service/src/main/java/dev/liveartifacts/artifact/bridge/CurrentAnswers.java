package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.contracts.call.Freshness;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** What an artifact's reading calls answer at this moment, to the person whose token it is. */
@Singleton
public class CurrentAnswers {
  private final CallsClient client;
  private final Clock clock;

  CurrentAnswers(CallsClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /** How a call went. */
  public sealed interface Current {
    /** Its result, and when its source gave it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Answered(Instant storedAt, byte[] result) implements Current {}

    /** Why there is none, in words. */
    record Unanswered(String reason) implements Current {}
  }

  /** Makes one call of a tool that only reads, for the owner; fresh kept answers are as good. */
  public Uni<Current> to(UUID artifactId, AllowedTool tool, ObjectNode arguments, String token) {
    if (!tool.readOnly()) {
      throw new IllegalArgumentException(tool.name() + " writes");
    }
    Call call = new Call(tool.name(), arguments, Freshness.CACHED, false);
    return client
        .call(artifactId, new Permitted(call, tool, arguments), true, token)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(this::read);
  }

  private Current read(CallAnswerBytes answer) {
    try {
      JsonNode body = Call.JSON.readTree(answer.body().getBytes());
      boolean good = answer.good() && !body.path("result").path("isError").asBoolean();
      return good
          ? new Current.Answered(
              Objects.requireNonNullElseGet(answer.news().storedAt(), clock::instant),
              Call.JSON.writeValueAsBytes(body.path("result")))
          : new Current.Unanswered(reason(body));
    } catch (JsonProcessingException malformed) {
      return new Current.Unanswered("Its answer could not be read.");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String reason(JsonNode body) {
    JsonNode said = body.path("error").path("message");
    return said.isTextual()
        ? said.textValue()
        : body.path("result").path("content").path(0).path("text").asText("It gave no answer.");
  }
}
