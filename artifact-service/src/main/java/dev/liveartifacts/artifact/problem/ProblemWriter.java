package dev.liveartifacts.artifact.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;

/** Writes a {@link Problem} where no resource is involved: in filters and on plain routes. */
public final class ProblemWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProblemWriter() {}

  public static void write(RoutingContext context, Problem problem) {
    if (context.response().ended()) {
      return;
    }
    context
        .response()
        .setStatusCode(problem.status())
        .putHeader("Content-Type", Problem.MEDIA_TYPE)
        .putHeader("Cache-Control", "no-store")
        .end(json(problem));
  }

  private static String json(Problem problem) {
    try {
      return JSON.writeValueAsString(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
