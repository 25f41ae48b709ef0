package dev.liveartifacts.connector.shape;

/** Names of fields, which may be data themselves. */
final class Names {
  private static final int LONGEST = 120;

  private Names() {}

  /**
   * True for a name that is rather a value: a number, a date, an id, an address. Such names come
   * and go with the data, and belong into no structure.
   */
  static boolean isData(String name) {
    if (name.isEmpty() || name.length() > LONGEST || isBroken(name)) {
      return true;
    }
    int digits = 0;
    int hex = 0;
    int marks = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
        hex++;
      } else if (c == '-' || c == ':' || c == '/' || c == '.' || c == ' ') {
        marks++;
      } else if (c == '@') {
        return true;
      }
    }
    boolean number = digits > 0 && digits + marks == name.length();
    boolean hexId = name.length() >= 16 && digits >= 4 && digits + hex + marks == name.length();
    return number || hexId || (name.length() >= 15 && digits >= 5);
  }

  /** Half a surrogate pair has no place in canonical JSON. */
  private static boolean isBroken(String name) {
    return name.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  /** How a field is named below its object's path. */
  static String below(String path, String name) {
    boolean plain =
        !name.isEmpty()
            && name.chars()
                .allMatch(c -> c != '.' && c != '[' && c != ']' && c != '"' && c > ' ' && c != 127);
    String step = plain ? name : "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    return path.isEmpty() || !plain ? path + step : path + "." + step;
  }

  static String element(String path) {
    return path + "[]";
  }
}
