package dev.liveartifacts.artifact.session;

import dev.liveartifacts.artifact.page.Secret;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** The session behind a request, which has been found to be live. */
public record SessionInUse(Secret secret, Session session) {
  /** Where the identity that came of it says so: the session's id. */
  public static final String ATTRIBUTE = "live.session";

  private static final String KEY = SessionInUse.class.getName();

  public void put(RoutingContext context) {
    context.put(KEY, this);
  }

  /** Null if the request came without a session that is live. */
  public static @Nullable SessionInUse of(RoutingContext context) {
    return context.get(KEY);
  }
}
