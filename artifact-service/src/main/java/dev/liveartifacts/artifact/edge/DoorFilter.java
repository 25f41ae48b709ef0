package dev.liveartifacts.artifact.edge;

import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Stands before everything else, authentication included, and lets in what {@link Door} names. */
@ApplicationScoped
class DoorFilter {
  private static final int BEFORE_AUTHENTICATION = 1_000;

  private final Origins origins;
  private final Door door;
  private final SecurityHeaders headers;

  DoorFilter(Origins origins) {
    this.origins = origins;
    this.door = new Door(origins);
    this.headers = new SecurityHeaders(origins);
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, BEFORE_AUTHENTICATION);
  }

  private void filter(RoutingContext context) {
    HttpServerRequest request = context.request();
    Door.Way way = way(context);
    headers.add(way, context.response().headers());
    if (way == Door.Way.NOWHERE) {
      ProblemWriter.write(
          context, Problem.of(404, "not-found", "Not found", "There is nothing at this address."));
    } else if (request.path().startsWith("/api/")
        && metadata(request).foreign(request.method().name(), origins.app())) {
      ProblemWriter.write(
          context,
          Problem.of(403, "foreign-site", "Not allowed", "Another site may not do this for you."));
    } else {
      context.next();
    }
  }

  private Door.Way way(RoutingContext context) {
    String path = context.request().path();
    String normalPath = normalPath(context);
    return path == null || normalPath == null
        ? Door.Way.NOWHERE
        : door.way(host(context.request()), path, normalPath);
  }

  private static @Nullable String normalPath(RoutingContext context) {
    try {
      return context.normalizedPath();
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  private static @Nullable String host(HttpServerRequest request) {
    return request.authority() == null ? null : request.authority().toString();
  }

  private static FetchMetadata metadata(HttpServerRequest request) {
    return new FetchMetadata(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader("Origin"),
        request.getHeader("Authorization") != null);
  }
}
