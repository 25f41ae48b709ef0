package dev.liveartifacts.artifact.upstream;

/** An answer was cut off because it grew past its limit. */
public class AnswerTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AnswerTooLargeException(int limit) {
    super("The answer is larger than " + limit + " bytes", null, false, false);
  }
}
