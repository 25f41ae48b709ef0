package dev.liveartifacts.artifact.result;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** JSON in results: of anybody's making, so bounded in depth, and exact in its numbers. */
public final class ResultJson {
  private static final int DEEPEST = 200;
  private static final int LONGEST_NUMBER = 500;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private ResultJson() {}

  /** To build a mapper that reads results. */
  public static JsonMapper.Builder builder() {
    return JsonMapper.builder(FACTORY.copy())
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  /** A text without the space and the Markdown fence around it. */
  public static String unfenced(String text) {
    String bare = text.strip();
    int line = bare.indexOf('\n');
    return bare.startsWith("```") && bare.endsWith("```") && line > 0 && line < bare.length() - 3
        ? bare.substring(line + 1, bare.length() - 3).strip()
        : bare;
  }

  /** The object or list that a text without a fence is; empty if it is something else. */
  public static Optional<JsonNode> read(String unfenced, JsonMapper json) {
    if (!unfenced.startsWith("{") && !unfenced.startsWith("[")) {
      return Optional.empty();
    }
    try {
      return Optional.of(json.readTree(unfenced));
    } catch (JsonProcessingException noJson) {
      return Optional.empty();
    }
  }
}
