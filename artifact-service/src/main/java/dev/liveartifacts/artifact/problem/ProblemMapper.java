package dev.liveartifacts.artifact.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns every exception that leaves a resource into a {@link Problem}. */
class ProblemMapper {
  private static final Logger LOG = Logger.getLogger(ProblemMapper.class);

  @ServerExceptionMapper
  RestResponse<Problem> known(ProblemException e) {
    RestResponse<Problem> response = respond(e.problem());
    e.retryAfter()
        .ifPresent(wait -> response.getHeaders().add("Retry-After", wait.toSeconds() + 1));
    return response;
  }

  /** A redirect to the sign-in server where that is what the address is for. */
  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Uni<RestResponse<Problem>> unauthorized(RoutingContext context) {
    HttpAuthenticator authenticator =
        Objects.requireNonNull(context.get(HttpAuthenticator.class.getName()));
    return authenticator
        .getChallenge(context)
        .map(challenge ->
            challenge.status == 302 ? redirect(challenge) : respond(Problems.signInNeeded()));
  }

  @ServerExceptionMapper
  RestResponse<Problem> forbidden(ForbiddenException e) {
    return respond(Problems.notAllowed("Your account may not do this.").problem());
  }

  @ServerExceptionMapper
  RestResponse<Problem> invalid(ConstraintViolationException e) {
    String detail =
        e.getConstraintViolations().stream()
            .sorted(Comparator.comparing(v -> v.getPropertyPath().toString()))
            .map(ProblemMapper::sentence)
            .findFirst()
            .orElse("The request is not complete.");
    return respond(Problems.badRequest(detail).problem());
  }

  @ServerExceptionMapper
  RestResponse<Problem> http(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    return status >= 500
        ? unexpected(e)
        : respond(Problem.of(status, "http-" + status, reason(status), httpDetail(status)));
  }

  @ServerExceptionMapper
  RestResponse<Problem> unexpected(Throwable e) {
    if (Outage.isIn(e)) {
      LOG.warnf("The database cannot be reached: %s", e.getMessage());
      return known(Problems.unavailable("The database cannot be reached. Try again in a moment."));
    }
    String reference = UUID.randomUUID().toString();
    LOG.errorf(e, "Request failed, reference %s", reference);
    return respond(
        Problem.of(
            500,
            "unexpected",
            "That did not work",
            "Something failed on our side. Try again; the reference is " + reference + "."));
  }

  private static RestResponse<Problem> redirect(ChallengeData challenge) {
    RestResponse.ResponseBuilder<Problem> response =
        RestResponse.ResponseBuilder.<Problem>create(challenge.status);
    challenge.getHeaders().forEach((name, value) -> response.header(name.toString(), value));
    return response.build();
  }

  private static String sentence(ConstraintViolation<?> violation) {
    String path = violation.getPropertyPath().toString();
    return path.substring(path.lastIndexOf('.') + 1) + " " + violation.getMessage() + ".";
  }

  private static String reason(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Not acceptable" : known.getReasonPhrase();
  }

  private static String httpDetail(int status) {
    return switch (status) {
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not take that method.";
      case 413 -> "The request is larger than 40 MiB.";
      case 415 -> "Send application/json.";
      default -> "The request could not be read.";
    };
  }

  private static RestResponse<Problem> respond(Problem problem) {
    return RestResponse.ResponseBuilder.<Problem>create(problem.status())
        .entity(problem)
        .header("Content-Type", Problem.MEDIA_TYPE)
        .header("Cache-Control", "no-store")
        .build();
  }
}
