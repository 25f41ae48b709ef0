package dev.liveartifacts.connector.builtin.spreadsheet;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names from files and questions, fit to stand in a sentence. */
final class Words {
  private static final int LONGEST = 80;
  private static final int MOST = 30;

  private Words() {}

  static String shortened(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  static String listed(Stream<String> names) {
    return names
        .limit(MOST)
        .map(name -> '"' + shortened(name) + '"')
        .collect(Collectors.joining(", "));
  }
}
