package dev.liveartifacts.artifact.problem;

import java.time.Duration;

/** The problems that more than one feature answers with. */
public final class Problems {
  private Problems() {}

  /** The same for what does not exist and for what this person may not see. */
  public static ProblemException notFound(String what) {
    return new ProblemException(
        Problem.of(
            404,
            "not-found",
            "Not found",
            "There is no such " + what + ", or it is not shared with you."));
  }

  public static ProblemException notAllowed(String detail) {
    return new ProblemException(Problem.of(403, "not-allowed", "Not allowed", detail));
  }

  public static ProblemException badRequest(String detail) {
    return new ProblemException(Problem.of(400, "bad-request", "Not acceptable", detail));
  }

  public static ProblemException conflict(String slug, String detail) {
    return new ProblemException(Problem.of(409, slug, "Not possible right now", detail));
  }

  public static ProblemException tooLarge(String detail) {
    return new ProblemException(Problem.of(413, "too-large", "Too large", detail));
  }

  public static ProblemException unavailable(String detail) {
    return new ProblemException(Problem.of(503, "unavailable", "Not reachable right now", detail));
  }

  /**
   * @param sentence what there was too much of
   */
  public static ProblemException tooMany(String sentence, Duration wait) {
    String detail = sentence + " Try again in " + words(wait) + ".";
    return new ProblemException(Problem.of(429, "too-many", "Too often", detail), wait);
  }

  public static Problem signInNeeded() {
    return Problem.of(401, "sign-in-needed", "Sign in", "Sign in to go on.")
        .withAction("Sign in", "/signin");
  }

  private static String words(Duration wait) {
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return minutes == 1 ? "a minute" : minutes + " minutes";
  }
}
