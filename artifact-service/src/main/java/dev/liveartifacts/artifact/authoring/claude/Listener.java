package dev.liveartifacts.artifact.authoring.claude;

import java.time.Duration;

/** Hears what Claude says while it is being said. Called from one thread at a time. */
public interface Listener {
  /** A turn begins, or begins again: what an earlier attempt said does not count. */
  void begins();

  void says(String words);

  /**
   * A piece of a page, in order.
   *
   * @param part of the turn that the page is; another part is another page
   */
  void writes(int part, String html);

  /** Claude could not answer, and is asked again after a while. */
  void asksAgainIn(Duration pause);
}
