package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.OwnRedis;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import dev.liveartifacts.infra.redis.Redis;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisAPI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@ServiceUnderTest
@SuppressWarnings("NullAway.Init")
class RoundTripIT {
  private static final int CALLS = 50;
  private static final Pattern COUNT = Pattern.compile("cmdstat_([a-z|]+):calls=([0-9]+)");

  Redis redis;

  private static long commands(RedisAPI api) {
    String stats =
        api.info(List.of("commandstats"))
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .toString();
    Matcher found = COUNT.matcher(stats);
    long sum = 0;
    while (found.find()) {
      sum += found.group(1).startsWith("info") ? 0 : Long.parseLong(found.group(2));
    }
    return sum;
  }

  @Test
  void a_cached_call_costs_one_round_trip_to_redis() {
    Infra.shared().reset("connector");
    Vertx vertx = Vertx.vertx();
    try (McpTestServer crm = new McpTestServer()) {
      Api ada = Api.as("ada");
      String id = ada.connect("Acme CRM", crm.endpoint(), "workspace");
      ada.call(id, "read");
      RedisAPI api =
          RedisAPI.api(io.vertx.redis.client.Redis.createClient(vertx, OwnRedis.url(redis)));
      long before = commands(api);

      for (int i = 0; i < CALLS; i++) {
        ada.call(id, "read").then().body("cached", equalTo(true));
      }

      // The rest is the client's own: connections of its pool that say hello.
      assertThat(commands(api) - before).isBetween((long) CALLS, (long) CALLS + 20);
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }
}
