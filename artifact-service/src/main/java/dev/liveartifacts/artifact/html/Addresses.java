package dev.liveartifacts.artifact.html;

import dev.liveartifacts.artifact.library.CdnAddress;
import dev.liveartifacts.artifact.library.Shelf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * The external addresses in a page. Those of libraries on the shelf become ours; the others are
 * left to the sandbox's policy, which loads none of them, and listed.
 */
final class Addresses {
  private static final int MOST_LISTED = 100;
  private static final int LONGEST_LISTED = 500;
  private static final Set<String> HINTS =
      Set.of("preconnect", "dns-prefetch", "prefetch", "prerender", "preload", "modulepreload");
  private static final Set<String> POLICIES =
      Set.of("content-security-policy", "refresh", "x-dns-prefetch-control");
  private static final Pattern IN_STYLE =
      Pattern.compile(
          "(?:@import\\s+|url\\(\\s*)(?:url\\(\\s*)?[\"']?((?:https?:)?//[^\"')\\s;]{1,2000})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_MODULE =
      Pattern.compile("\\b(?:from|import)\\s*\\(?\\s*[\"'](https?://[^\"'\\s]{1,2000})[\"']");
  private static final Pattern IN_IMPORT_MAP = Pattern.compile("\"(https?://[^\"\\s]{1,2000})\"");

  private final Shelf shelf;
  private final String html;
  private final Edits edits = new Edits();
  private final Set<LeftOut> leftOut = new LinkedHashSet<>();
  private final Set<Served> libraries = new LinkedHashSet<>();

  Addresses(Shelf shelf, String html) {
    this.shelf = shelf;
    this.html = html;
    Document page = Parser.htmlParser().setTrackPosition(true).parseInput(html, "");
    page.getAllElements().forEach(this::visit);
  }

  String rewritten() {
    return edits.applyTo(html);
  }

  List<Served> libraries() {
    return List.copyOf(libraries);
  }

  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }

  private void visit(Element element) {
    switch (element.normalName()) {
      case "script" -> script(element);
      case "link" -> link(element);
      case "style" -> style(element.data());
      case "img", "source", "video", "audio" -> listed("image", element.attr("src"));
      case "iframe", "frame", "embed" -> listed("frame", element.attr("src"));
      case "meta" -> meta(element);
      default -> {}
    }
  }

  private void script(Element element) {
    library(element, "src", "script");
    switch (element.attr("type").strip().toLowerCase(Locale.ROOT)) {
      case "module" -> modules(IN_MODULE, element.data());
      case "importmap" -> modules(IN_IMPORT_MAP, element.data());
      default -> {}
    }
  }

  /** Modules from elsewhere are not loaded; nothing of ours has their form. */
  private void modules(Pattern where, String text) {
    Matcher found = where.matcher(text);
    while (leftOut.size() < MOST_LISTED && found.find()) {
      listed("module", found.group(1));
    }
  }

  private void link(Element element) {
    Set<String> rel =
        Set.copyOf(List.of(element.attr("rel").toLowerCase(Locale.ROOT).split("\\s+")));
    if (rel.contains("stylesheet")) {
      library(element, "href", "style");
    } else if (rel.stream().anyMatch(HINTS::contains)) {
      listed("hint", element.attr("href"));
      disable(element, "href");
    }
  }

  /** A policy of the page's own would lock out our libraries; a refresh would spend its ticket. */
  private void meta(Element element) {
    if (POLICIES.contains(element.attr("http-equiv").strip().toLowerCase(Locale.ROOT))) {
      disable(element, "http-equiv");
    }
  }

  private void library(Element element, String attribute, String kind) {
    String url = element.attr(attribute).strip();
    Optional<Shelf.StandIn> standIn = CdnAddress.of(url).flatMap(shelf::standIn);
    if (standIn.isPresent() && replace(element, attribute, standIn.get().library().address())) {
      served(url, standIn.get().library().path());
      if (!standIn.get().same()) {
        disable(element, "integrity");
      }
    } else {
      listed(kind, url);
    }
  }

  private void served(String url, String path) {
    if (libraries.size() < MOST_LISTED) {
      libraries.add(new Served(url.substring(0, Math.min(url.length(), LONGEST_LISTED)), path));
    }
  }

  private void style(String css) {
    Matcher found = IN_STYLE.matcher(css);
    while (found.find()) {
      listed("style", found.group(1));
    }
  }

  private void listed(String kind, String url) {
    boolean external = url.strip().toLowerCase(Locale.ROOT).matches("(?s)(https?:)?//.*");
    if (external && leftOut.size() < MOST_LISTED) {
      String text = url.strip();
      leftOut.add(new LeftOut(kind, text.substring(0, Math.min(text.length(), LONGEST_LISTED))));
    }
  }

  /** Empties an attribute. It stays, so that a second one of its name remains without effect. */
  private void disable(Element element, String name) {
    replace(element, name, "");
  }

  private boolean replace(Element element, String name, String value) {
    Attribute attribute = element.attribute(name);
    if (attribute == null || !attribute.sourceRange().isTracked()) {
      return false;
    }
    Range range = attribute.sourceRange().valueRange();
    String written = html.substring(range.startPos(), range.endPos());
    boolean found = Parser.unescapeEntities(written, true).equals(attribute.getValue());
    if (found && !written.isEmpty()) {
      edits.replace(range.startPos(), range.endPos(), quoted(range) ? value : '"' + value + '"');
    }
    return found;
  }

  private boolean quoted(Range value) {
    char before = html.charAt(value.startPos() - 1);
    return before == '"' || before == '\'';
  }
}
