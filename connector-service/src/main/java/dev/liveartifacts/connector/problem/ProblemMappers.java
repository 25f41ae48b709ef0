package dev.liveartifacts.connector.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.liveartifacts.connector.authorization.AuthorizationException;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.wire.McpException;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The one place where exceptions become problems. */
public final class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  public Response problem(ProblemException e) {
    return response(e.problem());
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unauthorized(SecurityException e) {
    Problem problem =
        Problem.of(
            401, "sign-in", "Not signed in", "Sign in, then ask again with an access token.");
    return Response.fromResponse(response(problem)).header("WWW-Authenticate", "Bearer").build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e) {
    return response(Problem.of(403, "forbidden", "Not allowed", "This account may not do that."));
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException e) {
    String detail =
        e.getConstraintViolations().stream()
            .map(ProblemMappers::sentence)
            .sorted()
            .collect(Collectors.joining(" "));
    return response(Problem.of(400, "invalid", "That cannot be done", detail));
  }

  @ServerExceptionMapper({JacksonException.class, MismatchedInputException.class})
  public Response notJson(JacksonException e) {
    return response(
        Problem.of(400, "invalid", "That cannot be done", "The request is not the JSON expected."));
  }

  @ServerExceptionMapper
  public Response connector(McpException e) {
    String detail = FailureWords.of("The connector", e.failure());
    return response(Problem.of(502, "connector", "The connector did not answer", detail));
  }

  @ServerExceptionMapper
  public Response signInServer(AuthorizationException e) {
    return response(
        Problem.of(502, "sign-in-server", "The sign-in server will not do", e.failure().words()));
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status >= 500) {
      return unexpected(e);
    }
    String title = Response.Status.fromStatusCode(status).getReasonPhrase();
    String detail =
        status == 413
            ? "That is larger than what can be sent here."
            : "The request does not fit this address.";
    return response(Problem.of(status, "http-" + status, title, detail));
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable e) {
    if (Outage.isIn(e)) {
      LOG.warnf("The database cannot be reached: %s", e.getMessage());
      return response(
          Problem.of(
              503,
              "unavailable",
              "Not reachable right now",
              "The database cannot be reached. Try again in a moment."));
    }
    LOG.error("A request failed unexpectedly", e);
    return response(
        Problem.of(
            500,
            "unexpected",
            "Something went wrong here",
            "Try again; if it stays, give your administrator the trace id."));
  }

  private static String sentence(ConstraintViolation<?> violation) {
    String field = "";
    for (Path.Node node : violation.getPropertyPath()) {
      field = String.valueOf(node.getName());
    }
    return field + " " + violation.getMessage() + ".";
  }

  private static Response response(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .entity(problem.tracedBy(traceId()))
        .build();
  }

  private static @Nullable String traceId() {
    SpanContext span = Span.current().getSpanContext();
    return span.isValid() ? span.getTraceId() : null;
  }
}
