package dev.liveartifacts.connector.authorization;

import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.GuardedHttp;
import dev.liveartifacts.connector.egress.Outgoing;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Puts the parts of the flow together for the service. */
@ApplicationScoped
public class OAuth {
  @Produces
  @Singleton
  Outgoing outgoing(Vertx vertx, EgressGuard guard, OAuthConfig config) {
    return new GuardedHttp(vertx, guard, config.deadline(), config.documentLimit());
  }

  @Produces
  @Singleton
  SignInFlow flow(
      Outgoing web, EgressGuard guard, @ConfigProperty(name = "live.app-origin") URI origin) {
    return new SignInFlow(web, guard, Application.at(origin));
  }

  @Produces
  @Singleton
  TokenClient tokens(Outgoing web, Clock clock, OAuthConfig config) {
    return new TokenClient(web, clock, config.renewAhead());
  }
}
