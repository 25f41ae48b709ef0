package dev.liveartifacts.connector.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.egress.WebAnswer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON document that a server describes itself with. */
record Document(JsonNode json) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST = 500;

  /** Empty unless the answer holds a JSON object. */
  static Optional<Document> of(WebAnswer answer) {
    try {
      JsonNode json = answer.isSuccess() ? MAPPER.readTree(answer.body()) : MAPPER.nullNode();
      return Optional.of(new Document(json)).filter(document -> document.json().isObject());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .limit(MOST)
        .toList();
  }

  Optional<URI> address(String field) {
    String text = json.path(field).asText("");
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      throw AuthorizationException.unusable(
          "The sign-in server's metadata hold something in " + field + " that is no address.");
    }
  }
}
