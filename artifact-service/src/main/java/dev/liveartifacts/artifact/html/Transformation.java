package dev.liveartifacts.artifact.html;

import dev.liveartifacts.artifact.library.Shelf;

/**
 * Makes a page ready for the sandbox without disturbing how it parses: its own text stays, but for
 * the addresses of libraries and a few attributes that have no use there.
 */
public final class Transformation {
  private final Shelf shelf;

  public Transformation(Shelf shelf) {
    this.shelf = shelf;
  }

  public Rewritten of(String page) {
    Doctype doctype = Doctype.of(page);
    String rest = Injection.strip(doctype.rest());
    Addresses addresses = new Addresses(shelf, rest);
    return new Rewritten(doctype.declaration(), addresses.rewritten(), addresses.leftOut());
  }
}
