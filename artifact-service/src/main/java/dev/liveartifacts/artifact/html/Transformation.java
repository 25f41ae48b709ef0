package dev.liveartifacts.artifact.html;

import dev.liveartifacts.artifact.library.Shelf;
import java.util.regex.Pattern;

/**
 * Makes a page ready for the sandbox without disturbing how it parses: its own text stays, but for
 * the addresses of libraries and a few attributes that have no use there.
 */
public final class Transformation {
  /**
   * A closed shadow tree that the page declares would hide a frame, with constructors of its own,
   * from the runtime. Wherever the word stands, it loses its meaning.
   */
  private static final Pattern DECLARED_SHADOW_TREE =
      Pattern.compile("shadowrootmode", Pattern.CASE_INSENSITIVE);

  private final Shelf shelf;

  public Transformation(Shelf shelf) {
    this.shelf = shelf;
  }

  public Rewritten of(String page) {
    Doctype doctype = Doctype.of(page);
    String own = Injection.strip(doctype.rest());
    String rest = DECLARED_SHADOW_TREE.matcher(own).replaceAll("data-shadow-root");
    Addresses addresses = new Addresses(shelf, rest);
    return new Rewritten(
        doctype.declaration(), addresses.rewritten(), addresses.libraries(), addresses.leftOut());
  }
}
