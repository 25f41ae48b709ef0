package dev.liveartifacts.connector.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.authorization.TokenClient;
import dev.liveartifacts.connector.authorization.TokenSet;
import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.ConnectionStore;
import dev.liveartifacts.connector.connection.SecretBox;
import dev.liveartifacts.connector.connection.TokenKeeper;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.connector.register.ConnectorStore;
import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.OAuthTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.connector.testing.SignInBrowser;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two replicas that know nothing of each other but the database renew the same tokens. */
@QuarkusTest
@ServiceUnderTest
@SuppressWarnings("NullAway.Init")
class TwoReplicasIT {
  @Inject ConnectionStore store;
  @Inject ConnectorStore connectors;
  @Inject SecretBox secrets;
  @Inject TokenClient tokens;
  @Inject ObjectMapper json;
  @Inject Clock clock;

  private final McpTestServer mcp = new McpTestServer();
  private final OAuthTestServer oauth = new OAuthTestServer();

  @BeforeEach
  void protect() {
    Infra.shared().reset("connector");
    oauth.protect(mcp, "read");
  }

  @AfterEach
  void close() {
    mcp.close();
    oauth.close();
  }

  @Test
  void one_of_them_renews_and_the_other_takes_what_it_brought() {
    Connection connection = signedIn();
    List<TokenKeeper> replicas = List.of(keeper(), keeper());
    TokenSet rejected = replicas.getFirst().held(connection).orElseThrow();
    oauth.renewingSlowly(300);

    List<CompletableFuture<TokenSet>> renewed =
        IntStream.range(0, 20)
            .mapToObj(
                i -> replicas.get(i % 2).after(connection, rejected).subscribeAsCompletionStage())
            .toList();

    assertThat(renewed.stream().map(CompletableFuture::join).map(TokenSet::accessToken).distinct())
        .hasSize(1)
        .doesNotContain(rejected.accessToken());
    assertThat(oauth.renewals()).isOne();
  }

  @Test
  void tokens_are_renewed_ahead_of_their_end() {
    oauth.tokensLive(1);
    Connection connection = signedIn();
    TokenKeeper keeper = keeper();
    TokenSet first = keeper.held(connection).orElseThrow();

    await().until(() -> first.isDue(clock.instant()));
    Optional<TokenSet> next = keeper.current(connection).await().indefinitely();

    assertThat(next.orElseThrow().accessToken()).isNotEqualTo(first.accessToken());
  }

  private Connection signedIn() {
    String id =
        Api.as("ada").add(SignInIT.oauth(mcp.endpoint(), "person")).then().extract().path("id");
    SignInBrowser.of("ben").signIn(id);
    Person ben = Person.of(Infra.shared().signIn().url(), "ben", false);
    return connectors
        .find(UUID.fromString(id), ben.id())
        .await()
        .indefinitely()
        .orElseThrow()
        .connection();
  }

  private TokenKeeper keeper() {
    return new TokenKeeper(store, secrets, tokens, json, clock);
  }
}
