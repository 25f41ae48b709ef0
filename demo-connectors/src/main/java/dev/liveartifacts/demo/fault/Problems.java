package dev.liveartifacts.demo.fault;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns what is wrong with a request into {@code application/problem+json} (RFC 9457). */
final class Problems {
  @ServerExceptionMapper
  Response badFault(IllegalArgumentException e) {
    return problem(400, "bad-fault", "This fault is not possible", e.getMessage());
  }

  @ServerExceptionMapper
  Response noServer(NotFoundException e) {
    return problem(404, "not-found", "Not found", e.getMessage());
  }

  private static Response problem(int status, String slug, String title, @Nullable String detail) {
    return Response.status(status)
        .type("application/problem+json")
        .entity(new Problem("urn:live-artifacts:problem:" + slug, title, status, detail))
        .build();
  }

  /** RFC 9457, the members that are used here. */
  record Problem(String type, String title, int status, @Nullable String detail) {}
}
