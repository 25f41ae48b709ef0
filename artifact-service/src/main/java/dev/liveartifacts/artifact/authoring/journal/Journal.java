package dev.liveartifacts.artifact.authoring.journal;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens while a page is made, in order, until it is written down. Words that follow each
 * other become one entry. Thread-safe.
 */
public final class Journal {
  private final List<Told> pending = new ArrayList<>();
  private final StringBuilder growing = new StringBuilder();
  private boolean page;
  private int next = 1;
  private int round;
  private int length;

  public synchronized void tell(String name, JsonObject data) {
    settle(false);
    pending.add(new Told(next++, name, data));
  }

  /** What is being done, in words for the person. */
  public void step(String kind, String text) {
    tell("step", new JsonObject().put("kind", kind).put("text", text));
  }

  public synchronized void says(String words) {
    grow(false, words);
  }

  /** Begins to show another page; returns the number of this showing. */
  public synchronized int another() {
    settle(false);
    length = 0;
    return ++round;
  }

  public synchronized void writes(String html) {
    grow(true, html);
  }

  /** What is not written down yet. */
  public synchronized List<Told> pending() {
    settle(true);
    return List.copyOf(pending);
  }

  public synchronized void written(List<Told> entries) {
    pending.removeAll(entries);
  }

  private void grow(boolean isPage, String text) {
    if (page != isPage) {
      settle(false);
      page = isPage;
    }
    growing.append(text.replace("\0", ""));
  }

  /**
   * @param more true if the other half of a character may still come
   */
  private void settle(boolean more) {
    int end = growing.length();
    if (more && end > 0 && Character.isHighSurrogate(growing.charAt(end - 1))) {
      end--;
    }
    if (end > 0) {
      String text = growing.substring(0, end);
      pending.add(new Told(next++, page ? "page" : "text", data(text)));
      length += page ? text.length() : 0;
      growing.delete(0, end);
    }
  }

  private JsonObject data(String text) {
    return page
        ? new JsonObject().put("round", round).put("from", length).put("html", text)
        : new JsonObject().put("text", text);
  }
}
