package dev.liveartifacts.artifact.drift;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** How the data that a page was made for has changed its structure, field by field. */
@Singleton
public class Drifts {
  private final DriftStore store;
  private final ShapesClient shapes;

  Drifts(DriftStore store, ShapesClient shapes) {
    this.store = store;
    this.shapes = shapes;
  }

  /** Whoever calls has asked the doorkeeper before. */
  public Uni<JsonArray> of(UUID artifactId, int version, String token) {
    return store.of(artifactId, version).flatMap(drifted -> explained(drifted, token));
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
