package dev.liveartifacts.connector.health;

import dev.liveartifacts.connector.replica.Reply;
import dev.liveartifacts.connector.replica.SharedCache;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Redis. Without it calls are slower and still answered: reported, but ready. */
@Readiness
@ApplicationScoped
public class ReplicaHealth implements AsyncHealthCheck {
  private final SharedCache shared;

  public ReplicaHealth(SharedCache shared) {
    this.shared = shared;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return shared.ask(Request.cmd(Command.PING)).map(ReplicaHealth::response);
  }

  private static HealthCheckResponse response(Reply reply) {
    boolean given = reply instanceof Reply.Given;
    return HealthCheckResponse.named("Redis")
        .up()
        .withData("state", given ? "there" : "away: calls go without a cache")
        .build();
  }
}
