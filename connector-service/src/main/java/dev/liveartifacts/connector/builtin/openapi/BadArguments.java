package dev.liveartifacts.connector.builtin.openapi;

/** Arguments that no request can be made of. The message is a sentence that says what to change. */
final class BadArguments extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadArguments(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
