package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;

/** Asks connector-service what a person's connectors offer, and what their data looks like. */
@Singleton
public class SourcesClient {
  private final ServiceClient client;
  private final ObjectMapper json;

  SourcesClient(ServiceClient client, ObjectMapper json) {
    this.client = client;
    this.json = json;
  }

  public Uni<List<Source>> all(String token) {
    return client
        .get(Service.CONNECTOR, "/api/connectors", token)
        .map(answer -> read(answer, new TypeReference<>() {}));
  }

  Uni<List<Offered>> tools(Source source, String token) {
    return client
        .get(Service.CONNECTOR, "/api/connectors/" + source.id() + "/tools", token)
        .map(answer -> read(answer, new TypeReference<>() {}));
  }

  /** Calls a tool that only reads; what writes is refused there. */
  Uni<Finding> probe(Source source, String body, String token) {
    return client
        .exchange(
            Service.CONNECTOR,
            HttpMethod.POST,
            "/api/connectors/" + source.id() + "/probe",
            token,
            io.vertx.core.buffer.Buffer.buffer(body),
            ServiceClient.CALL_LIMIT)
        .map(answer -> read(answer, new TypeReference<>() {}));
  }

  private <T> T read(Answer answer, TypeReference<T> type) {
    if (answer.status() == 401) {
      throw new ProblemException(Problems.signInNeeded());
    }
    if (!answer.good()) {
      throw Problems.conflict("connector-not-usable", detail(answer));
    }
    try {
      return json.readValue(answer.body().toString(), type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String detail(Answer answer) {
    try {
      return new JsonObject(answer.body()).getString("detail", "This connector does not answer.");
    } catch (DecodeException | ClassCastException unreadable) {
      return "This connector does not answer.";
    }
  }
}
