package dev.liveartifacts.artifact.bridge;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.artifact.upstream.News;
import io.vertx.core.buffer.Buffer;

/**
 * An answer as it goes to the page.
 *
 * @param outcome {@code fresh}, {@code stale} or {@code failed}
 * @param news what else can be told without reading the body
 * @param body JSON of a call answer
 */
record CallAnswerBytes(String outcome, News news, Buffer body) {
  static CallAnswerBytes of(Refusal refusal) {
    return new CallAnswerBytes(
        "failed", new News(refusal.code(), null, null), Buffer.buffer(json(refusal)));
  }

  boolean good() {
    return !outcome.equals("failed");
  }

  private static byte[] json(Refusal refusal) {
    try {
      return Call.JSON.writeValueAsBytes(refusal.answer());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
