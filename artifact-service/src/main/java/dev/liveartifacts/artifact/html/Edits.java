package dev.liveartifacts.artifact.html;

import java.util.TreeMap;

/** Changes to a text, by position in the original. Where two overlap, the first one stays. */
final class Edits {
  private final TreeMap<Integer, Edit> edits = new TreeMap<>();

  private record Edit(int end, String text) {}

  void replace(int start, int end, String text) {
    var before = edits.floorEntry(end);
    if (before == null || (before.getValue().end() <= start && before.getKey() < start)) {
      edits.put(start, new Edit(end, text));
    }
  }

  String applyTo(String original) {
    StringBuilder out = new StringBuilder(original.length() + 256);
    int at = 0;
    for (var entry : edits.entrySet()) {
      out.append(original, at, entry.getKey()).append(entry.getValue().text());
      at = entry.getValue().end();
    }
    return out.append(original, at, original.length()).toString();
  }
}
