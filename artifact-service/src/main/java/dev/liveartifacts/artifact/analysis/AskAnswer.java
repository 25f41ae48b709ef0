package dev.liveartifacts.artifact.analysis;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a page gets for its question: always a text.
 *
 * @param isError true if the text says why there is no answer; absent otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AskAnswer(String text, @Nullable Boolean isError) {
  static AskAnswer of(String text) {
    return new AskAnswer(text, null);
  }

  static AskAnswer error(String sentence) {
    return new AskAnswer(sentence, true);
  }
}
