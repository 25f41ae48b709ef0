package dev.liveartifacts.artifact.drift;

import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Asks connector-service, which keeps the structures, what the difference between two is. */
@Singleton
class ShapesClient {
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{1,128}");

  private final ServiceClient client;

  ShapesClient(ServiceClient client) {
    this.client = client;
  }

  /** The changes, field by field; none if they cannot be had right now. */
  Uni<JsonArray> changes(String from, String to, String token) {
    return HASH.matcher(from).matches() && HASH.matcher(to).matches()
        ? client
            .get(Service.CONNECTOR, "/api/connectors/shapes/" + from + "/to/" + to, token)
            .map(ShapesClient::changes)
            .onFailure()
            .recoverWithItem(new JsonArray())
        : Uni.createFrom().item(new JsonArray());
  }

  private static JsonArray changes(Answer answer) {
    return answer.good()
        ? new JsonObject(answer.body()).getJsonArray("changes", new JsonArray())
        : new JsonArray();
  }
}
