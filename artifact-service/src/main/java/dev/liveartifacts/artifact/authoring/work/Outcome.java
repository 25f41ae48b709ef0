package dev.liveartifacts.artifact.authoring.work;

import dev.liveartifacts.artifact.authoring.page.Draft;
import java.util.List;
import java.util.stream.Stream;

/** What came of a wish. */
sealed interface Outcome {
  /**
   * A page to look at and to save.
   *
   * @param notes what is known to be amiss
   */
  record Done(Draft draft, List<AskedTool> tools, List<String> notes) implements Outcome {
    public Done {
      tools = List.copyOf(tools);
      notes = List.copyOf(notes);
    }

    Done with(String note) {
      return new Done(
          draft, tools, Stream.concat(notes.stream(), Stream.of(note)).distinct().toList());
    }
  }

  /** No page, for a reason that a person can act on. */
  record Failed(String sentence) implements Outcome {}
}
