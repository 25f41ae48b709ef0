package dev.liveartifacts.artifact.apitoken;

import dev.liveartifacts.artifact.person.Person;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * The token behind a request, which has been found to be good.
 *
 * @param person as they were when they were last signed in
 */
public record TokenInUse(ApiToken token, Person person) {
  private static final String KEY = TokenInUse.class.getName();

  void put(RoutingContext context) {
    context.put(KEY, this);
  }

  /** Null if the request came without a token of ours that is good. */
  public static @Nullable TokenInUse of(RoutingContext context) {
    return context.get(KEY);
  }
}
