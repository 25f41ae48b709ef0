package dev.liveartifacts.artifact.analysis;

/** What came of asking Claude. */
sealed interface Said {
  /** Tokens that were read and written for it. */
  long tokens();

  AskAnswer answer();

  /** A whole answer, worth keeping. */
  record Whole(String text, long tokens) implements Said {
    @Override
    public AskAnswer answer() {
      return AskAnswer.of(text);
    }
  }

  /** No answer, for a reason that a person can read. */
  record Nothing(String why, long tokens) implements Said {
    @Override
    public AskAnswer answer() {
      return AskAnswer.error(why);
    }
  }
}
