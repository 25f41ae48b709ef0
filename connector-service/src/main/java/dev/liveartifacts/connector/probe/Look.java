package dev.liveartifacts.connector.probe;

import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.authorization.AuthorizationFailure;
import dev.liveartifacts.connector.authorization.Challenge;
import dev.liveartifacts.connector.authorization.Found;
import dev.liveartifacts.connector.authorization.SignInFlow;
import dev.liveartifacts.connector.mcp.McpClient;
import dev.liveartifacts.connector.mcp.McpTarget;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.register.SignIn;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Looks at an endpoint as somebody who has not decided yet: what is it, and how does one get in?
 */
@ApplicationScoped
public class Look {
  private final McpClient mcp;
  private final SignInFlow flow;

  public Look(McpClient mcp, SignInFlow flow) {
    this.mcp = mcp;
    this.flow = flow;
  }

  Uni<EndpointFinding> at(McpTarget target, SignIn signIn) {
    return mcp.greet(target)
        .chain(
            server -> mcp.tools(target).map(tools -> EndpointFinding.good(server, signIn, tools)))
        .onFailure(McpException.class)
        .recoverWithUni(e -> refused(target, signIn, ((McpException) e).failure()));
  }

  private Uni<EndpointFinding> refused(McpTarget target, SignIn signIn, McpFailure failure) {
    return failure instanceof McpFailure.Unauthorized(String header)
        ? wayIn(target, signIn, Challenge.of(header))
        : Uni.createFrom().item(EndpointFinding.bad(failure));
  }

  private Uni<EndpointFinding> wayIn(McpTarget target, SignIn signIn, Challenge challenge) {
    return flow.discover(target.endpoint(), challenge)
        .map(this::signInServer)
        .onFailure(AuthorizationException.class)
        .recoverWithItem(e -> noServer(signIn, challenge, ((AuthorizationException) e).failure()));
  }

  private EndpointFinding signInServer(Found found) {
    return EndpointFinding.signedInAt(
        new EndpointFinding.SignInServer(
            found.issuer(), flow.registration(found, Optional.empty())));
  }

  /** Where nobody issues tokens by OAuth, somebody hands them out. */
  private static EndpointFinding noServer(
      SignIn signIn, Challenge challenge, AuthorizationFailure failure) {
    if (challenge.resourceMetadata() != null) {
      return EndpointFinding.bad(SignIn.OAUTH, failure.words());
    }
    return EndpointFinding.bad(
        signIn == SignIn.HEADER ? signIn : SignIn.BEARER,
        "The server wants a sign-in that it accepts.");
  }
}
