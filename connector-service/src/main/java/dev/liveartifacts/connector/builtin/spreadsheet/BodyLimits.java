package dev.liveartifacts.connector.builtin.spreadsheet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;

/**
 * Lets a file be larger than any other request. Whoever sends too much reads how much is too much.
 */
@ApplicationScoped
public class BodyLimits {
  /** What a form adds to the file in it. */
  private static final long FORM = 64 * 1024;

  private static final long REQUEST = 4 * 1024 * 1024;
  private static final Pattern UPLOADS =
      Pattern.compile("/api/connectors/(?:spreadsheets|[^/]+/file)/?");

  private final long upload;

  public BodyLimits(SpreadsheetConfig config) {
    this.upload = config.fileLimit() + FORM;
  }

  void register(@Observes Router router) {
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::refuse);
    router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::bound);
  }

  /** A request that says how long it is. */
  private void refuse(RoutingContext context) {
    if (length(context) <= limit(context)) {
      context.next();
    } else {
      context
          .response()
          .setStatusCode(413)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
          .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
          .end(problem(limit(context)));
    }
  }

  /** A request that does not. */
  private void bound(RoutingContext context) {
    context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context));
    context.next();
  }

  private long limit(RoutingContext context) {
    return UPLOADS.matcher(context.normalizedPath()).matches() ? upload : REQUEST;
  }

  private static long length(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return length != null && length.matches("[0-9]{1,18}") ? Long.parseLong(length) : 0;
  }

  private static String problem(long limit) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("type", "urn:live-artifacts:problem:too-large")
        .put("title", "Too large")
        .put("status", 413)
        .put("detail", "At most " + (limit >> 20) + " MiB can be sent here.")
        .toString();
  }
}
