package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.snapshot.Recalled;
import dev.liveartifacts.artifact.snapshot.SnapshotCall;
import dev.liveartifacts.artifact.upstream.News;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A kept result in the form of a call's answer; its bytes are those that the connector sent. */
final class RecalledAnswer {
  private RecalledAnswer() {}

  /** As good as it was then. */
  static CallAnswerBytes asOf(UUID snapshotId, Recalled.Found found) {
    ObjectNode answer = head("fresh", found.call(), NullNode.getInstance());
    answer.put("asOf", snapshotId.toString());
    return whole("fresh", null, answer, found);
  }

  /** Old, with the failure that keeps it from being new. */
  static CallAnswerBytes stale(Recalled.Found found, CallAnswerBytes failed) {
    ObjectNode answer = head("stale", found.call(), error(failed));
    return whole("stale", failed.news().error(), answer, found);
  }

  private static ObjectNode head(String outcome, SnapshotCall call, JsonNode error) {
    ObjectNode answer = Call.JSON.createObjectNode();
    answer.put("outcome", outcome);
    answer.put("connectorId", call.connectorId().toString());
    answer.put("connector", call.connector());
    answer.put("tool", call.tool());
    answer.put("storedAt", String.valueOf(call.storedAt()));
    answer.put("cached", true).put("durationMillis", 0);
    answer.set("error", error);
    answer.put("shapeHash", call.shapeHash());
    return answer;
  }

  private static CallAnswerBytes whole(
      String outcome, @Nullable String error, ObjectNode head, Recalled.Found found) {
    byte[] start = text(head).getBytes(StandardCharsets.UTF_8);
    Buffer body =
        Buffer.buffer(start.length + found.result().length + 16)
            .appendBytes(start, 0, start.length - 1)
            .appendString(",\"result\":")
            .appendBytes(found.result())
            .appendString("}");
    return new CallAnswerBytes(
        outcome, new News(error, found.call().shapeHash(), found.call().storedAt()), body);
  }

  private static String text(ObjectNode head) {
    try {
      return Call.JSON.writeValueAsString(head);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode error(CallAnswerBytes failed) {
    try {
      return Call.JSON.readTree(failed.body().getBytes()).path("error");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
