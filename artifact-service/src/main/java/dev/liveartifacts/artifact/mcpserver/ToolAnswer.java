package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Base64;

/** Results of tools: for the model as text, for programs as structured content. */
public final class ToolAnswer {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private ToolAnswer() {}

  /**
   * @param answer becomes a JSON object
   */
  public static Outcome.Done of(Object answer) {
    ObjectNode json = JSON.valueToTree(answer);
    ObjectNode result = text(pretty(json));
    result.set("structuredContent", json);
    return new Outcome.Done(result);
  }

  /** The same with a picture. */
  public static Outcome.Done of(Object answer, byte[] png) {
    Outcome.Done done = of(answer);
    ((ArrayNode) done.result().path("content"))
        .addObject()
        .put("type", "image")
        .put("data", Base64.getEncoder().encodeToString(png))
        .put("mimeType", "image/png");
    return done;
  }

  /** The tool could not do it; the sentence says what can be done about that. */
  public static Outcome.Done failed(String sentence) {
    ObjectNode result = text(sentence);
    result.put("isError", true);
    return new Outcome.Done(result);
  }

  private static ObjectNode text(String text) {
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }

  private static String pretty(JsonNode json) {
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
