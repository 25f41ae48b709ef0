package dev.liveartifacts.connector.problem;

/** A problem on its way to whoever asked. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  private ProblemException(int status, String slug, String title, String detail) {
    super(detail, null, false, false);
    this.problem = Problem.of(status, slug, title, detail);
  }

  public static ProblemException invalid(String detail) {
    return new ProblemException(400, "invalid", "That cannot be done", detail);
  }

  public static ProblemException forbidden(String detail) {
    return new ProblemException(403, "forbidden", "Not allowed", detail);
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(404, "not-found", "Not found", detail);
  }

  public static ProblemException conflict(String detail) {
    return new ProblemException(409, "conflict", "That does not fit", detail);
  }

  public Problem problem() {
    return problem;
  }
}
