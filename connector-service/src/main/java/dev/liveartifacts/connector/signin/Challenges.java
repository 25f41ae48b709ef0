package dev.liveartifacts.connector.signin;

import dev.liveartifacts.connector.authorization.Challenge;
import dev.liveartifacts.connector.mcp.McpClient;
import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;

/** Asks servers without a token, to hear what they want. */
@ApplicationScoped
public class Challenges {
  private final McpClient mcp;

  public Challenges(McpClient mcp) {
    this.mcp = mcp;
  }

  /** {@link Challenge#NONE} from a server that greets everybody. */
  Uni<Challenge> of(URI endpoint) {
    return mcp.greet(new McpTarget(UUID.randomUUID(), 1, endpoint, null))
        .replaceWith(Challenge.NONE)
        .onFailure(Challenges::isChallenge)
        .recoverWithItem(failure -> challenge((McpException) failure));
  }

  private static boolean isChallenge(Throwable failure) {
    return failure instanceof McpException e && e.failure() instanceof McpFailure.Unauthorized;
  }

  private static Challenge challenge(McpException refusal) {
    return Challenge.of(((McpFailure.Unauthorized) refusal.failure()).challenge());
  }
}
