package dev.liveartifacts.scheduler.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.liveartifacts.scheduler.cron.UnreadableTimetable;
import io.opentelemetry.api.trace.Span;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The one place where errors become problems. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  RestResponse<Problem> refused(Refusal refusal) {
    return problem(refusal.status(), refusal.slug(), refusal.title(), refusal.detail());
  }

  @ServerExceptionMapper
  RestResponse<Problem> unreadable(UnreadableTimetable timetable) {
    String detail = String.valueOf(timetable.getMessage());
    return problem(400, "unreadable-timetable", "This timetable cannot be read", detail);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  RestResponse<Problem> notSignedIn(SecurityException notSignedIn) {
    RestResponse<Problem> problem =
        problem(401, "sign-in", "Sign in first", "Sign in, then do it again.");
    problem.getHeaders().putSingle(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return problem;
  }

  @ServerExceptionMapper
  RestResponse<Problem> forbidden(ForbiddenException forbidden) {
    return problem(403, "not-allowed", "Not allowed", "You may not do this.");
  }

  @ServerExceptionMapper
  RestResponse<Problem> invalid(ConstraintViolationException invalid) {
    String detail =
        invalid.getConstraintViolations().stream()
            .map(violation -> field(violation) + " " + violation.getMessage())
            .sorted()
            .collect(Collectors.joining("; ", "", "."));
    return problem(400, "invalid-request", "Something is missing or wrong", detail);
  }

  // named one by one, because the framework has a mapper of its own for the narrower of the two
  @ServerExceptionMapper({MismatchedInputException.class, JsonMappingException.class})
  RestResponse<Problem> wrongType(JsonMappingException wrong) {
    String where =
        wrong.getPath().stream()
            .map(JsonMappingException.Reference::getFieldName)
            .collect(Collectors.joining("."));
    String detail = "The value of “%s” is of the wrong kind.".formatted(where);
    return problem(400, "invalid-request", "Something is missing or wrong", detail);
  }

  @ServerExceptionMapper
  RestResponse<Problem> notJson(JsonProcessingException notJson) {
    return problem(400, "invalid-request", "Not JSON", "Send a JSON object.");
  }

  @ServerExceptionMapper
  RestResponse<Problem> http(WebApplicationException error) {
    int status = error.getResponse().getStatus();
    if (error.getCause() instanceof JsonMappingException wrong) {
      return wrongType(wrong);
    }
    return switch (status) {
      case 400 -> problem(400, "invalid-request", "Not JSON", "Send a JSON object.");
      case 404 -> problem(404, "not-found", "Not found", "There is nothing at this address.");
      default -> problem(status, "http-" + status, "Not possible", "This address cannot do that.");
    };
  }

  @ServerExceptionMapper
  RestResponse<Problem> unexpected(Throwable unexpected) {
    if (Outage.isIn(unexpected)) {
      LOG.warnf("The database cannot be reached: %s", unexpected.getMessage());
      return problem(
          503,
          "unavailable",
          "Not reachable right now",
          "The database cannot be reached. Try again in a moment.");
    }
    LOG.error("A request failed unexpectedly", unexpected);
    return problem(
        500, "unexpected", "This did not work", "Try again; if it stays, tell your administrator.");
  }

  private static String field(ConstraintViolation<?> violation) {
    String name = "the request";
    for (Path.Node node : violation.getPropertyPath()) {
      name = node.getName() == null ? name : node.getName();
    }
    return name;
  }

  private static RestResponse<Problem> problem(
      int status, String slug, String title, String detail) {
    String traceId = Span.current().getSpanContext().getTraceId();
    Problem problem =
        new Problem("urn:live-artifacts:problem:" + slug, title, status, detail, null, traceId);
    return RestResponse.ResponseBuilder.create(RestResponse.Status.fromStatusCode(status), problem)
        .type("application/problem+json")
        .build();
  }
}
