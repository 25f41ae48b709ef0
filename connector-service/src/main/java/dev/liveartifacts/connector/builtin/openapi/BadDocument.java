package dev.liveartifacts.connector.builtin.openapi;

/** A document that no tools can be made of. The message is a sentence that says why. */
final class BadDocument extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadDocument(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
