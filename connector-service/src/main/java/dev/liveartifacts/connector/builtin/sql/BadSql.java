package dev.liveartifacts.connector.builtin.sql;

/** A statement that is not asked. The message is a sentence that says what to change. */
final class BadSql extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadSql(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
