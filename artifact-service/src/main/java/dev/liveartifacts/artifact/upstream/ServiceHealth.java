package dev.liveartifacts.artifact.upstream;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.HealthGroup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Says whether the other services answer. Not part of readiness: without them pages still open,
 * with the last good data.
 */
@HealthGroup("dependencies")
@Singleton
class ServiceHealth implements AsyncHealthCheck {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Services services;

  ServiceHealth(Services services) {
    this.services = services;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.combine()
        .all()
        .unis(answers(Service.CONNECTOR), answers(Service.SCHEDULER))
        .asTuple()
        .map(both -> response(both.getItem1(), both.getItem2()));
  }

  private Uni<Boolean> answers(Service service) {
    return Uni.createFrom()
        .completionStage(() ->
            services
                .request(service, HttpMethod.GET, "/q/health/live")
                .compose(HttpClientRequest::send)
                .map(answer -> answer.statusCode() == 200)
                .toCompletionStage())
        .ifNoItem()
        .after(PATIENCE)
        .recoverWithItem(false)
        .onFailure()
        .recoverWithItem(false);
  }

  private static HealthCheckResponse response(boolean connector, boolean scheduler) {
    return HealthCheckResponse.named("Other services")
        .status(connector && scheduler)
        .withData("connector-service", connector ? "answers" : "away")
        .withData("scheduler-service", scheduler ? "answers" : "away")
        .build();
  }
}
