package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Where a browser goes after a sign-in: the app's own page, which tells how it ended. */
@ApplicationScoped
public class WayBack {
  private static final Logger LOG = Logger.getLogger(WayBack.class);
  private static final String TRY_AGAIN = "The sign-in did not work. Try it once more.";

  private final URI page;

  public WayBack(@ConfigProperty(name = "live.app-origin") URI origin) {
    this.page = URI.create(origin + "/signed-in");
  }

  URI connected(UUID connectorId) {
    return to(connectorId, "connected", null);
  }

  URI refused(@Nullable UUID connectorId, String message) {
    return to(connectorId, "refused", message);
  }

  URI refused(@Nullable UUID connectorId, Throwable failure) {
    return refused(connectorId, words(failure));
  }

  private URI to(@Nullable UUID connectorId, String outcome, @Nullable String message) {
    UriBuilder address = UriBuilder.fromUri(page).queryParam("outcome", outcome);
    if (connectorId != null) {
      address.queryParam("connector", connectorId);
    }
    return (message == null ? address : address.queryParam("message", "{message}"))
        .build(message == null ? new Object[0] : new Object[] {message});
  }

  private static String words(Throwable failure) {
    return switch (failure) {
      case AuthorizationException e -> e.failure().words();
      case ProblemException e -> e.problem().detail();
      case McpException e -> FailureWords.of("The server", e.failure());
      default -> unexpected(failure);
    };
  }

  private static String unexpected(Throwable failure) {
    LOG.error("A sign-in failed unexpectedly", failure);
    return TRY_AGAIN;
  }
}
