package dev.liveartifacts.artifact.intake;

/** The results of a run are not there any more: nobody can have them. */
class ResultsGoneException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ResultsGoneException() {
    super("Its results are not there any more", null, false, false);
  }
}
