package dev.liveartifacts.infra;

import dev.liveartifacts.infra.postgresql.Database;
import dev.liveartifacts.infra.signin.Issuer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} the parts that its arguments name: {@code postgres=<service>},
 * {@code redis=true}, {@code kafka=true}, {@code signin=<client id>}.
 */
public final class InfraResource implements QuarkusTestResourceLifecycleManager {
  private Map<String, String> arguments = Map.of();

  @Override
  public void init(Map<String, String> initArgs) {
    arguments = initArgs;
  }

  @Override
  public Map<String, String> start() {
    Infra infra = Infra.shared();
    Map<String, String> configuration = new HashMap<>();
    if (arguments.containsKey("postgres")) {
      configuration.putAll(postgreSql(infra.database(arguments.get("postgres"))));
    }
    if (arguments.containsKey("redis")) {
      configuration.put("quarkus.redis.hosts", infra.redis().url());
    }
    if (arguments.containsKey("kafka")) {
      configuration.put("kafka.bootstrap.servers", infra.kafkaBootstrap());
      configuration.put("live.topics.suffix", infra.topicSuffix());
    }
    if (arguments.containsKey("signin")) {
      configuration.putAll(signIn(infra.signIn(), arguments.get("signin")));
    }
    return configuration;
  }

  /** The servers outlive one test class; they end with the JVM that started them. */
  @Override
  public void stop() {}

  private static Map<String, String> postgreSql(Database database) {
    return Map.of(
        "quarkus.datasource.reactive.url", database.reactiveUrl(),
        "quarkus.datasource.jdbc.url", database.jdbcUrl(),
        "quarkus.datasource.username", database.user(),
        "quarkus.datasource.password", database.password());
  }

  private static Map<String, String> signIn(Issuer issuer, String clientId) {
    return Map.of(
        "quarkus.oidc.auth-server-url",
        issuer.url(),
        "quarkus.oidc.client-id",
        clientId,
        "quarkus.oidc.credentials.secret",
        Issuer.CLIENT_SECRET,
        "quarkus.oidc.token-state-manager.encryption-secret",
        "a-secret-of-32-characters-or-more",
        "quarkus.oidc-client.auth-server-url",
        issuer.url(),
        "quarkus.oidc-client.client-id",
        clientId,
        "quarkus.oidc-client.credentials.secret",
        Issuer.CLIENT_SECRET);
  }
}
