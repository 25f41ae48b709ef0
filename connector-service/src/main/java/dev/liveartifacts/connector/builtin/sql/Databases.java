package dev.liveartifacts.connector.builtin.sql;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import dev.liveartifacts.connector.egress.Destination;
import dev.liveartifacts.connector.egress.EgressConfig;
import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.json.Sha256;
import dev.liveartifacts.connector.work.CallerContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A few connections to each database that is in use, to the address that the egress guard checked.
 * Two passwords never share a connection.
 */
@ApplicationScoped
public class Databases {
  private static final int MOST = 200;
  private static final int WAITING = 100;

  /** The address is looked up and checked again after this time. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** How long statements that run may still take when their pool has been replaced. */
  private static final Duration LEAVING = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final EgressGuard guard;
  private final SslMode tls;
  private final SqlConfig config;
  private final AsyncCache<Key, Pool> pools;

  public Databases(Vertx vertx, EgressGuard guard, EgressConfig egress, SqlConfig config) {
    this.vertx = vertx;
    this.guard = guard;
    this.tls = egress.allowHttp() ? SslMode.PREFER : SslMode.REQUIRE;
    this.config = config;
    this.pools =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(LONGEST)
            .expireAfterAccess(config.idle())
            .removalListener(this::removed)
            .buildAsync();
  }

  Uni<Pool> of(Login login) {
    return CallerContext.keep(
        Uni.createFrom()
            .completionStage(() ->
                pools
                    .get(
                        Key.of(login),
                        (key, executor) -> checked(login).subscribeAsCompletionStage())
                    .copy()));
  }

  private Uni<Pool> checked(Login login) {
    return guard.check(address(login.source())).map(found -> pool(login, found));
  }

  /** The guard judges addresses of the web; a database's host and port make one. */
  static URI address(Source source) {
    String host = source.host();
    return URI.create(
        "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + source.port());
  }

  private Pool pool(Login login, Destination found) {
    Source source = login.source();
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(found.addresses().getFirst().getHostAddress())
            .setPort(found.port())
            .setDatabase(source.database())
            .setUser(source.user())
            .setPassword(login.password())
            .setSslMode(tls)
            .setTrustAll(true)
            .setCachePreparedStatements(false)
            .setPipeliningLimit(1);
    options.setConnectTimeout((int) config.connectTimeout().toMillis());
    options.setReconnectAttempts(0);
    options.setTracingPolicy(TracingPolicy.IGNORE);
    PoolOptions bounds =
        new PoolOptions()
            .setMaxSize(config.connections())
            .setMaxWaitQueueSize(WAITING)
            .setConnectionTimeout((int) config.connectTimeout().toSeconds() * 3)
            .setConnectionTimeoutUnit(TimeUnit.SECONDS)
            .setIdleTimeout((int) config.idle().toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    return PgBuilder.pool().with(bounds).connectingTo(options).using(vertx).build();
  }

  private void removed(@Nullable Key key, @Nullable Pool pool, RemovalCause cause) {
    if (pool != null) {
      vertx.setTimer(LEAVING.toMillis(), timer -> pool.close());
    }
  }

  @PreDestroy
  void close() {
    pools.synchronous().asMap().values().forEach(Pool::close);
  }

  private record Key(UUID connectorId, int version, String password) {
    static Key of(Login login) {
      String hash = Sha256.hex(login.password().getBytes(StandardCharsets.UTF_8));
      return new Key(login.connectorId(), login.source().version(), hash);
    }
  }
}
