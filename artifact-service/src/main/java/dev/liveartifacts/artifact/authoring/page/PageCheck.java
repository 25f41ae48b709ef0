package dev.liveartifacts.artifact.authoring.page;

import dev.liveartifacts.artifact.html.PageFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/** Looks at the text of a page, before any browser does: is it whole, is it HTML, what is amiss? */
public final class PageCheck {
  private static final int MOST = 1_048_576;
  private static final int ERRORS = 100;
  private static final int LISTED = 5;
  private static final Pattern SOURCE =
      Pattern.compile("\\bmcp__[A-Za-z0-9_.-]{1,200}__[A-Za-z0-9_.-]{1,100}");
  private static final Pattern NETWORK =
      Pattern.compile("\\b(?:fetch\\s*\\(\\s*[\"'`]https?:|new\\s+(?:XMLHttpRequest|WebSocket))");

  private PageCheck() {}

  public static Complaints of(String html) {
    if (html.isBlank()) {
      return broken("The page is empty: give all of it as 'html'.");
    }
    if (html.length() > MOST) {
      return broken("The page is larger than 1 MiB. Fetch the data when it is opened.");
    }
    Parser parser = Parser.htmlParser().setTrackErrors(ERRORS).setTrackPosition(true);
    Document page = parser.parseInput(html, "");
    List<String> broken = new ArrayList<>();
    if (page.body().childrenSize() == 0) {
      broken.add("This is not an HTML page: its body has no element.");
    }
    broken.addAll(cutOff(html));
    return new Complaints(broken, faults(html, parser.getErrors()));
  }

  private static Complaints broken(String words) {
    return new Complaints(List.of(words), List.of());
  }

  private static List<String> cutOff(String html) {
    String lower = html.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    for (String element : List.of("script", "style", "title", "textarea")) {
      if (lower.lastIndexOf("<" + element) > lower.lastIndexOf("</" + element)) {
        found.add("A <" + element + "> is not closed: the page was cut off.");
      }
    }
    if (found.isEmpty() && !lower.contains("</html")) {
      found.add("The page ends before </html>: it was cut off.");
    }
    return found;
  }

  private static List<String> faults(String html, List<ParseError> errors) {
    List<String> faults = new ArrayList<>();
    errors.stream()
        .limit(LISTED)
        .map(error ->
            "Not valid HTML: " + error.getErrorMessage() + " (at " + error.getCursorPos() + ")")
        .forEach(faults::add);
    PageFacts facts = PageFacts.of(html);
    if (facts.notes().contains("meta-invalid")) {
      faults.add("The block 'cowork-artifact-meta' is not a JSON object.");
    }
    undeclared(html, facts)
        .forEach(
            name -> faults.add("The page calls " + name + " but does not list it in mcpTools."));
    if (NETWORK.matcher(html).find()) {
      faults.add("The page uses the network. Nothing is reachable from it: use callMcpTool.");
    }
    return faults;
  }

  private static List<String> undeclared(String html, PageFacts facts) {
    Set<String> used =
        SOURCE.matcher(html).results().map(MatchResult::group).collect(Collectors.toSet());
    return used.stream()
        .filter(name -> !facts.tools().contains(name))
        .sorted()
        .limit(LISTED)
        .toList();
  }
}
