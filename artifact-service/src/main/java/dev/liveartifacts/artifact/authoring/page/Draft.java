package dev.liveartifacts.artifact.authoring.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A page as Claude has written it last; nothing of it is believed.
 *
 * @param summary what is new in it, in a sentence for the person
 */
public record Draft(String html, String title, String summary) {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_SUMMARY = 500;

  public Draft {
    title = cut(title, LONGEST_TITLE);
    summary = cut(summary, LONGEST_SUMMARY);
  }

  /** A page that was written as a whole. */
  public static Draft written(ObjectNode input) {
    return new Draft(
        text(input.path("html")), text(input.path("title")), text(input.path("summary")));
  }

  /**
   * This page with changes to its text. Each has to say exactly one place.
   *
   * @throws ChangeException with what is wrong, for Claude
   */
  public Draft changed(ObjectNode input) throws ChangeException {
    String text = html;
    for (JsonNode change : input.path("changes")) {
      text = replaced(text, text(change.path("find")), text(change.path("replace")));
    }
    if (text.equals(html)) {
      throw new ChangeException("Nothing was changed. Give at least one change.");
    }
    String said = text(input.path("title"));
    return new Draft(text, said.isBlank() ? title : said, text(input.path("summary")));
  }

  private static String replaced(String html, String find, String replace) throws ChangeException {
    int at = find.isEmpty() ? -1 : html.indexOf(find);
    if (at < 0) {
      throw new ChangeException(
          "The page has no such text: «"
              + cut(find, 200)
              + "». Copy it exactly, or write the page"
              + " again.");
    }
    if (html.indexOf(find, at + 1) >= 0) {
      throw new ChangeException(
          "The page has this text more than once: «"
              + cut(find, 200)
              + "». Take more of what is"
              + " around it.");
    }
    return html.substring(0, at) + replace + html.substring(at + find.length());
  }

  private static String text(JsonNode node) {
    // PostgreSQL keeps no NUL in text
    return node.isTextual() ? node.textValue().replace("\0", "") : "";
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
  }

  /** A change that does not fit the page. */
  public static final class ChangeException extends Exception {
    private static final long serialVersionUID = 1L;

    ChangeException(String words) {
      super(words, null, false, false);
    }

    public String words() {
      return String.valueOf(getMessage());
    }
  }
}
