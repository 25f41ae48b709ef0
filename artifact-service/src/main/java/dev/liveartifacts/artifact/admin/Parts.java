package dev.liveartifacts.artifact.admin;

import dev.liveartifacts.artifact.throttle.Throttle;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks every part how it is: what this service stands on, and the services beside it. */
@Singleton
class Parts {
  private static final String OWN = "artifact-service";

  private final SmallRyeHealthReporter health;
  private final ServiceClient services;
  private final Throttle throttle;

  Parts(SmallRyeHealthReporter health, ServiceClient services, Throttle throttle) {
    this.health = health;
    this.services = services;
    this.throttle = throttle;
  }

  Uni<List<PartHealth>> now(String token) {
    return Uni.combine()
        .all()
        .unis(
            health.getReadinessAsync().map(Parts::own),
            health.getHealthGroupAsync("dependencies").map(Parts::own),
            throttle.shared().map(Parts::redis),
            neighbour(Service.CONNECTOR, "connector-service", token),
            neighbour(Service.SCHEDULER, "scheduler-service", token))
        .with(Parts::all);
  }

  @SuppressWarnings("unchecked")
  private static List<PartHealth> all(List<?> lists) {
    return lists.stream().flatMap(list -> ((List<PartHealth>) list).stream()).toList();
  }

  private static List<PartHealth> redis(boolean there) {
    return List.of(new PartHealth(OWN, "Redis", there, there ? null : "each replica counts alone"));
  }

  private static List<PartHealth> own(SmallRyeHealth report) {
    return checks(OWN, new JsonObject(report.getPayload().toString()));
  }

  private Uni<List<PartHealth>> neighbour(Service service, String name, String token) {
    return services
        .get(service, "/q/health/ready", token)
        .map(answer -> answered(name, answer))
        .onFailure()
        .recoverWithItem(List.of(new PartHealth(name, name, false, "does not answer")));
  }

  private static List<PartHealth> answered(String name, Answer answer) {
    try {
      return Stream.concat(
              Stream.of(new PartHealth(name, name, answer.status() == 200, null)),
              checks(name, answer.body().toJsonObject()).stream())
          .toList();
    } catch (DecodeException | ClassCastException unreadable) {
      return List.of(new PartHealth(name, name, false, "answers something else"));
    }
  }

  private static List<PartHealth> checks(String service, JsonObject report) {
    return report.getJsonArray("checks", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(check ->
            new PartHealth(
                service,
                check.getString("name"),
                "UP".equals(check.getString("status")),
                details(check.getJsonObject("data"))))
        .toList();
  }

  private static @Nullable String details(@Nullable JsonObject data) {
    return data == null
        ? null
        : data.stream()
            .map(item -> item.getKey() + ": " + item.getValue())
            .collect(Collectors.joining(", "));
  }
}
