package dev.liveartifacts.infra.signin;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;
import org.jspecify.annotations.Nullable;

/** Runs the sign-in server until it is told to end. */
public final class SignInMain {
  private static final @Nullable Instant NOW = null;

  private SignInMain() {}

  /**
   * Serves until it is told to end.
   *
   * @param arguments port and data directory
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path dataDir = Path.of(arguments[1]);
    MockOAuth2Server server = new MockOAuth2Server(config(dataDir));
    server.start(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop sign-in server"));
    new CountDownLatch(1).await();
  }

  private static OAuth2Config config(Path dataDir) throws IOException {
    JWK key = SigningKey.readOrCreate(dataDir.resolve("signing-key.json"));
    KeyProvider keys = new KeyProvider(List.of(key), JWSAlgorithm.RS256.getName());
    return new OAuth2Config(
        true,
        loginPage(dataDir).toString(),
        null,
        false,
        new OAuth2TokenProvider(keys, NOW),
        Set.of(Tokens.callback()),
        new LoopbackOnly(new McpClients(key)));
  }

  private static Path loginPage(Path dataDir) throws IOException {
    Path page = dataDir.resolve("sign-in.html");
    Files.writeString(page, LoginPage.render(template()));
    return page;
  }

  private static String template() throws IOException {
    try (InputStream template = SignInMain.class.getResourceAsStream("sign-in.html")) {
      if (template == null) {
        throw new IOException("The sign-in page is missing from infra");
      }
      return new String(template.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
