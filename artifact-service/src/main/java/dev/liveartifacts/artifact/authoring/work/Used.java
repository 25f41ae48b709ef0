package dev.liveartifacts.artifact.authoring.work;

/**
 * What came of a tool that Claude used.
 *
 * @param said our own words
 * @param data what comes from elsewhere, to be fenced; may be empty
 */
record Used(String said, String data, boolean failed) {
  static Used data(String said, String data) {
    return new Used(said, data, false);
  }

  static Used failure(String said) {
    return new Used(said, "", true);
  }

  static Used failure(String said, String data) {
    return new Used(said, data, true);
  }
}
