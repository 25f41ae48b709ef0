package dev.liveartifacts.artifact.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import dev.liveartifacts.artifact.upstream.ServiceToken;
import dev.liveartifacts.contracts.refresh.RunResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Fetches the results of a run from connector-service, which keeps them until they are taken. */
@Singleton
class ResultsClient {
  private static final int LIST_LIMIT = 4 * 1024 * 1024;

  private final ServiceClient client;
  private final ServiceToken token;
  private final ObjectReader reader;

  ResultsClient(ServiceClient client, ServiceToken token, ObjectMapper json) {
    this.client = client;
    this.token = token;
    this.reader =
        json.readerFor(new TypeReference<List<RunResult>>() {})
            .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }

  /** What there is to fetch; fails with {@link ResultsGoneException} if nothing is any more. */
  Uni<List<RunResult>> list(UUID runId) {
    return get(path(runId), LIST_LIMIT).map(this::read);
  }

  Uni<Buffer> bytes(UUID runId, int position) {
    return get(path(runId) + "/" + position, ServiceClient.CALL_LIMIT).map(Answer::body);
  }

  /** They are here and need not be kept there any longer. */
  Uni<Void> taken(UUID runId) {
    return token
        .get()
        .flatMap(own -> client.send(Service.CONNECTOR, HttpMethod.DELETE, path(runId), own, null))
        .replaceWithVoid();
  }

  private Uni<Answer> get(String path, int limit) {
    return token
        .get()
        .flatMap(own -> client.exchange(Service.CONNECTOR, HttpMethod.GET, path, own, null, limit))
        .invoke(ResultsClient::check);
  }

  private static void check(Answer answer) {
    if (answer.status() == 404 || answer.status() == 410) {
      throw new ResultsGoneException();
    }
    if (!answer.good()) {
      throw new IllegalStateException("connector-service answered " + answer.status());
    }
  }

  private List<RunResult> read(Answer answer) {
    try {
      return reader.readValue(answer.body().getBytes());
    } catch (IOException e) {
      throw new IllegalStateException("The list of results cannot be read");
    }
  }

  private static String path(UUID runId) {
    return "/runs/" + runId + "/results";
  }
}
