package dev.liveartifacts.connector.builtin.spreadsheet;

/** A file or a question that does not do. The message is a sentence that says what to change. */
final class BadSpreadsheet extends RuntimeException {
  private static final long serialVersionUID = 1;

  BadSpreadsheet(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
