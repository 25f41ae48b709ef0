package dev.liveartifacts.artifact.authoring.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stylesheet that all pages made here share. Claude writes its place alone; what stands there
 * is put in, and taken out again before Claude reads the page: it is long, and always the same.
 */
public final class Stylesheet {
  private static final Pattern PLACE =
      Pattern.compile("(<style data-tokens>)[\\s\\S]*?(</style>)", Pattern.CASE_INSENSITIVE);

  private final String css;

  public Stylesheet(String css) {
    this.css = css;
  }

  public Draft in(Draft draft) {
    return replaced(draft, css);
  }

  public Draft outOf(Draft draft) {
    return replaced(draft, "");
  }

  private static Draft replaced(Draft draft, String text) {
    String html =
        PLACE
            .matcher(draft.html())
            .replaceAll(place -> Matcher.quoteReplacement(place.group(1) + text + place.group(2)));
    return new Draft(html, draft.title(), draft.summary());
  }
}
