package dev.liveartifacts.artifact.edge;

import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemWriter;
import dev.liveartifacts.artifact.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands before everything else, authentication included, and lets in what {@link Door} names. */
@ApplicationScoped
class DoorFilter {
  private static final int BEFORE_AUTHENTICATION = 1_000;

  /** All but what another site may lead to: a screen, or the document behind a public link. */
  private static final Pattern GUARDED = Pattern.compile("/api/.*|/s/[^/]*/.*");

  private static final Pattern FEW_BYTES = Pattern.compile("[0-9]{1,4}");

  private final Origins origins;
  private final Door door;
  private final SecurityHeaders headers;
  private final BearerChallenge challenge;

  DoorFilter(Origins origins) {
    this.origins = origins;
    this.door = new Door(origins);
    this.headers = new SecurityHeaders(origins);
    this.challenge = new BearerChallenge(origins.app());
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, BEFORE_AUTHENTICATION);
  }

  private void filter(RoutingContext context) {
    HttpServerRequest request = context.request();
    String path = Objects.requireNonNullElse(request.path(), "");
    Door.Way way = door.way(host(request), path, normalPath(context));
    headers.add(way, path, context.response().headers());
    switch (way) {
      case NOWHERE -> ProblemWriter.write(context, nothingHere());
      case SCREEN -> context.reroute("/");
      case APP -> guarded(context, path);
      case PUBLIC -> brief(context, path);
      case ARTIFACT, SANDBOX, MACHINE -> context.next();
    }
  }

  /** Strangers say little: what is longer, or does not tell how long it is, is not read. */
  private void brief(RoutingContext context, String path) {
    if (isShort(context.request())) {
      guarded(context, path);
    } else {
      ProblemWriter.write(context, Problems.tooLarge("That is too long.").problem());
    }
  }

  private static boolean isShort(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    return length == null
        ? request.getHeader("Transfer-Encoding") == null
        : FEW_BYTES.matcher(length).matches();
  }

  private void guarded(RoutingContext context, String path) {
    HttpServerRequest request = context.request();
    boolean foreign =
        GUARDED.matcher(path).matches()
            && metadata(request).foreign(request.method().name(), path, origins.app());
    if (foreign) {
      ProblemWriter.write(context, anotherSite());
    } else {
      if (path.equals(BearerChallenge.PATH)) {
        context.addHeadersEndHandler(done -> challenge.complete(request));
      }
      context.next();
    }
  }

  private static Problem nothingHere() {
    return Problem.of(404, "not-found", "Not found", "There is nothing at this address.");
  }

  private static Problem anotherSite() {
    return Problem.of(403, "foreign-site", "Not allowed", "Another site may not do this for you.");
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
        request.getHeader("Sec-Fetch-Mode"),
        request.getHeader("Origin"),
        request.getHeader("Authorization") != null);
  }
}
