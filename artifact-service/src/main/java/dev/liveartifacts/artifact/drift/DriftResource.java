package dev.liveartifacts.artifact.drift;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Says where the data that an artifact's page was made for has changed its structure. */
@Path("/api/artifacts/{id}/drift")
class DriftResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final DriftStore store;
  private final ShapesClient shapes;

  DriftResource(
      CurrentPerson current, Doorkeeper doorkeeper, DriftStore store, ShapesClient shapes) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
    this.shapes = shapes;
  }

  @GET
  public Uni<JsonArray> drift(@RestPath UUID id) {
    String token = current.accessToken();
    return doorkeeper
        .let(current.get(), id, Action.OPEN)
        .flatMap(opened -> store.of(id, opened.facts().version()))
        .flatMap(drifted -> explained(drifted, token));
  }

  private Uni<JsonArray> explained(List<DriftStore.Drifted> drifted, String token) {
    return Multi.createFrom()
        .iterable(drifted)
        .onItem()
        .transformToUniAndConcatenate(
            one -> shapes.changes(one.from(), one.to(), token).map(changes -> json(one, changes)))
        .collect()
        .in(JsonArray::new, JsonArray::add);
  }

  private static JsonObject json(DriftStore.Drifted one, JsonArray changes) {
    return new JsonObject()
        .put("connector", one.connector())
        .put("tool", one.tool())
        .put("changes", changes);
  }
}
