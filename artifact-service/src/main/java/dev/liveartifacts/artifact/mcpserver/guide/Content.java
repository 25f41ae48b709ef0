package dev.liveartifacts.artifact.mcpserver.guide;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Texts in the protocol's form. */
final class Content {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Content() {}

  /** A content of {@code resources/read}. */
  static ObjectNode text(String uri, String mimeType, String text) {
    return JSON.objectNode().put("uri", uri).put("mimeType", mimeType).put("text", text);
  }

  /** A result of {@code prompts/get} with one message of the person's. */
  static ObjectNode prompt(String description, String text) {
    ObjectNode result = JSON.objectNode().put("description", description);
    result
        .putArray("messages")
        .addObject()
        .put("role", "user")
        .putObject("content")
        .put("type", "text")
        .put("text", text);
    return result;
  }

  /** A text that comes with this program. */
  static String packed(String path) {
    try (InputStream in = Content.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
