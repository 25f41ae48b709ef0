package dev.liveartifacts.artifact.authoring.claude;

/**
 * One text of a JSON object (RFC 8259) that arrives piece by piece: what is known of it is handed
 * out at once, long before the object is whole.
 */
final class GrowingText {
  private static final int HEX_DIGITS = 4;

  private final String wanted;
  private final StringBuilder key = new StringBuilder();
  private final StringBuilder fresh = new StringBuilder();
  private int depth;
  private boolean inText;
  private boolean inKey;
  private boolean keyComes;
  private boolean escaped;
  private int hexLeft;
  private int hex;

  /**
   * @param wanted the name of the text in the outermost object
   */
  GrowingText(String wanted) {
    this.wanted = wanted;
  }

  /** What these characters add to the text. */
  String feed(String json) {
    fresh.setLength(0);
    json.chars().forEach(character -> take((char) character));
    return fresh.toString();
  }

  private void take(char character) {
    if (inText) {
      takeInText(character);
    } else {
      takeBetween(character);
    }
  }

  private void takeInText(char character) {
    if (hexLeft > 0) {
      hex = hex * 16 + Math.max(0, Character.digit(character, 16));
      hexLeft--;
      if (hexLeft == 0) {
        add((char) hex);
      }
    } else if (escaped) {
      escaped = false;
      unescape(character);
    } else if (character == '\\') {
      escaped = true;
    } else if (character == '"') {
      inText = false;
    } else {
      add(character);
    }
  }

  private void unescape(char character) {
    switch (character) {
      case 'n' -> add('\n');
      case 't' -> add('\t');
      case 'r' -> add('\r');
      case 'b' -> add('\b');
      case 'f' -> add('\f');
      case 'u' -> {
        hexLeft = HEX_DIGITS;
        hex = 0;
      }
      default -> add(character);
    }
  }

  private void takeBetween(char character) {
    switch (character) {
      case '"' -> begin();
      case '{', '[' -> {
        depth++;
        keyComes = depth == 1;
      }
      case '}', ']' -> depth--;
      case ',' -> keyComes = depth == 1;
      case ':' -> keyComes = false;
      default -> {}
    }
  }

  private void begin() {
    inText = true;
    inKey = depth == 1 && keyComes;
    if (inKey) {
      key.setLength(0);
    }
  }

  private void add(char character) {
    if (inKey) {
      key.append(character);
    } else if (depth == 1 && wanted.contentEquals(key)) {
      fresh.append(character);
    }
  }
}
