package dev.liveartifacts.artifact.mcpserver.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The connectors of a person, asked as the web app asks for them. */
@Singleton
class Connectors {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServiceClient client;

  Connectors(ServiceClient client) {
    this.client = client;
  }

  Uni<List<JsonNode>> all(String token) {
    return client
        .get(Service.CONNECTOR, "/api/connectors", token)
        .map(answer -> entries(good(answer)));
  }

  /**
   * @param wanted name, slug or id
   */
  Uni<JsonNode> named(String wanted, String token) {
    return all(token)
        .map(all ->
            all.stream()
                .filter(one ->
                    Stream.of("name", "slug", "id")
                        .anyMatch(field -> one.path(field).asText().equalsIgnoreCase(wanted)))
                .findFirst()
                .orElseThrow(() -> unknown(wanted, all)));
  }

  Uni<List<JsonNode>> tools(JsonNode connector, String token) {
    return client
        .get(Service.CONNECTOR, path(connector) + "/tools", token)
        .map(answer -> entries(good(answer)));
  }

  /** Calls a reading tool once; connector-service refuses the others. */
  Uni<JsonNode> probe(JsonNode connector, String tool, JsonNode arguments, String token) {
    ObjectNode wish = JSON.createObjectNode().put("tool", tool);
    wish.set("arguments", arguments.isObject() ? arguments : JSON.createObjectNode());
    return client
        .exchange(
            Service.CONNECTOR,
            HttpMethod.POST,
            path(connector) + "/probe",
            token,
            Buffer.buffer(wish.toString()),
            ServiceClient.CALL_LIMIT)
        .map(Connectors::good);
  }

  private static String path(JsonNode connector) {
    return "/api/connectors/" + connector.path("id").asText();
  }

  static List<JsonNode> entries(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  /** The answer's JSON; a problem of the other service is ours, too. */
  static JsonNode good(Answer answer) {
    JsonNode json = json(answer);
    if (!answer.good()) {
      throw new ProblemException(
          Problem.of(
              answer.status(),
              "not-possible",
              "Not possible",
              Optional.ofNullable(json.path("detail").textValue())
                  .orElse("That cannot be asked for right now. Try again in a moment.")));
    }
    return json;
  }

  private static JsonNode json(Answer answer) {
    try {
      return JSON.readTree(answer.body().getBytes());
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException unknown(String wanted, List<JsonNode> all) {
    String names =
        all.stream().map(one -> one.path("name").asText()).collect(Collectors.joining(", "));
    return new ProblemException(
        Problem.of(
            404,
            "not-found",
            "Not found",
            names.isEmpty()
                ? "There are no connectors yet. A person adds them in the web app, under"
                    + " Connectors."
                : "There is no connector '%s'. There are: %s.".formatted(wanted, names)));
  }
}
