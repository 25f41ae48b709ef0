package dev.liveartifacts.artifact.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page's text, parted into its document type and the rest.
 *
 * <p>Follows the tokenizer of the HTML standard (13.2.5): ahead of a document type there may only
 * be white space, comments and bogus comments; anything else, and the browser takes it that there
 * is none.
 *
 * @param declaration the page's own, or {@code <!doctype html>}: a page without one gets standards
 *     mode
 * @param rest everything else, in its order
 */
record Doctype(String declaration, String rest) {
  private static final String STANDARD = "<!doctype html>";
  private static final Pattern DOCTYPE =
      Pattern.compile("\\G<!doctype[^>]*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern SPACE = Pattern.compile("\\G[ \\t\\n\\f\\r]+");
  private static final Pattern BOGUS_COMMENT = Pattern.compile("\\G<\\?[^>]*>");

  static Doctype of(String page) {
    String html = page.startsWith("\uFEFF") ? page.substring(1) : page;
    int at = 0;
    for (int next = skip(html, at); next > at; next = skip(html, at)) {
      at = next;
    }
    Matcher found = DOCTYPE.matcher(html);
    return found.find(at)
        ? new Doctype(found.group(), html.substring(0, at) + html.substring(found.end()))
        : new Doctype(STANDARD, html);
  }

  /** Returns where the white space or comment at {@code at} ends; {@code at} if there is none. */
  private static int skip(String html, int at) {
    for (Pattern pattern : new Pattern[] {SPACE, BOGUS_COMMENT}) {
      Matcher found = pattern.matcher(html);
      if (found.find(at)) {
        return found.end();
      }
    }
    return html.startsWith("<!--", at) ? endOfComment(html, at) : at;
  }

  private static int endOfComment(String html, int at) {
    if (html.startsWith("<!-->", at)) {
      return at + "<!-->".length();
    }
    int plain = html.indexOf("-->", at + "<!-".length());
    int bang = html.indexOf("--!>", at + "<!--".length());
    if (plain == -1 && bang == -1) {
      return at;
    }
    return bang == -1 || (plain != -1 && plain < bang)
        ? plain + "-->".length()
        : bang + "--!>".length();
  }
}
