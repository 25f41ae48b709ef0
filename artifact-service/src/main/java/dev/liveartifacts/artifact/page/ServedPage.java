package dev.liveartifacts.artifact.page;

import java.util.ArrayList;
import java.util.List;

/**
 * A page as it goes over the wire.
 *
 * @param beginning what a browser can work on while the rest is on its way: the page runtime
 * @param sites web origins that may frame the web app around it
 */
public record ServedPage(int status, String beginning, String rest, List<String> sites) {
  private static final int PIECE = 64 * 1_024;

  public ServedPage {
    sites = List.copyOf(sites);
  }

  public ServedPage(int status, String beginning, String rest) {
    this(status, beginning, rest, List.of());
  }

  /** One part of a page's text, 64 Ki characters at most but for the beginning. */
  record Piece(String text, boolean last) {}

  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(new Piece(beginning, rest.isEmpty()));
    int from = 0;
    while (from < rest.length()) {
      int to = end(from);
      pieces.add(new Piece(rest.substring(from, to), to == rest.length()));
      from = to;
    }
    return pieces;
  }

  /** Never between the two halves of one character. */
  private int end(int from) {
    int to = Math.min(from + PIECE, rest.length());
    return to < rest.length() && Character.isHighSurrogate(rest.charAt(to - 1)) ? to + 1 : to;
  }
}
