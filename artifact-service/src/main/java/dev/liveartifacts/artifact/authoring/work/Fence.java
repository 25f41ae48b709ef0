package dev.liveartifacts.artifact.authoring.work;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Marks around data that Claude reads; no data can contain them, as nobody can foresee them. */
record Fence(String mark) {
  private static final SecureRandom RANDOM = new SecureRandom();

  static Fence random() {
    byte[] bytes = new byte[6];
    RANDOM.nextBytes(bytes);
    return new Fence("data-" + HexFormat.of().formatHex(bytes));
  }

  String around(String data) {
    return "<" + mark + ">\n" + data + "\n</" + mark + ">";
  }
}
