package dev.liveartifacts.connector.testing;

import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.redis.Redis;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Redis that a test may kill. Tests get it in a field of type {@link Redis}. */
public final class OwnRedis implements QuarkusTestResourceLifecycleManager {
  private @Nullable Redis redis;

  @Override
  public Map<String, String> start() {
    redis = started();
    return Map.of("quarkus.redis.hosts", url(redis));
  }

  public static Redis started() {
    try {
      Path directory = Files.createTempDirectory("redis-of-connector-service");
      Redis redis =
          new Redis(directory.resolve("data"), Loopback.freePort(), directory.resolve("redis.log"));
      redis.start();
      return redis;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String url(Redis redis) {
    return "redis://" + Loopback.ADDRESS + ":" + redis.port();
  }

  @Override
  public void stop() {
    if (redis != null) {
      redis.process().kill();
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(redis, new TestInjector.MatchesType(Redis.class));
  }
}
