package dev.liveartifacts.artifact.upstream;

import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;

/** A service did not answer, or not in time. */
public class ServiceAwayException extends ProblemException {
  private static final long serialVersionUID = 1L;

  private final Service service;

  ServiceAwayException(Service service) {
    super(
        Problem.of(
            503,
            "service-away",
            "Not reachable right now",
            service.words() + " does not answer right now. Try again in a moment."));
    this.service = service;
  }

  public Service service() {
    return service;
  }
}
