package dev.liveartifacts.artifact.authoring.work;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** What came of trying out a tool, as connector-service says it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Finding(JsonNode answer, @Nullable JsonNode rows, @Nullable JsonNode fields) {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int MOST_FIELDS = 60;
  private static final int LONGEST = 6_000;

  boolean failed() {
    return answer.path("outcome").asText().equals("failed");
  }

  /** Enough to write a page by, and no more: fields with their types, and how the result begins. */
  String forClaude() {
    ObjectNode told = JSON.createObjectNode();
    told.set("rows", rows);
    if (fields != null) {
      var listed = told.putArray("fields");
      fields.valueStream().limit(MOST_FIELDS).forEach(listed::add);
    }
    String raw = answer.path("result").toString();
    told.put(
        "resultBegins", raw.length() <= LONGEST ? raw : raw.substring(0, LONGEST) + "… (cut off)");
    return told.toString();
  }

  String sentence() {
    return answer.path("error").path("message").asText("The tool did not answer.");
  }

  int count() {
    return rows == null ? 0 : rows.path("count").asInt();
  }
}
