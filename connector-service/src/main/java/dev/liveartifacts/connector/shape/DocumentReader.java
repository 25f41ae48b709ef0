package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a JSON document into a {@link Branch}: one pass, without building the document. */
final class DocumentReader {
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(2_000).maxNumberLength(2_000).build())
          .build();
  private static final int MOST_PLACES = 1_500;
  private static final int DEEPEST = 40;

  private DocumentReader() {}

  /**
   * @throws IOException if the parser's document is not JSON, or is followed by something
   */
  static Branch read(JsonParser parser) throws IOException {
    Branch root = new Branch(new Branch.Budget(MOST_PLACES));
    if (parser.nextToken() == null) {
      throw new IOException("There is no document");
    }
    read(parser, root, 0);
    if (parser.nextToken() != null) {
      throw new IOException("Something follows the document");
    }
    return root;
  }

  private static void read(JsonParser parser, @Nullable Branch at, int depth) throws IOException {
    if (at == null) {
      parser.skipChildren();
      return;
    }
    switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser, at, depth);
      case START_ARRAY -> readArray(parser, at, depth);
      case VALUE_STRING -> {
        at.met(Kind.STRING);
        at.values().text(parser.getText());
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        at.met(Kind.NUMBER);
        at.values().number(parser.getText());
      }
      case VALUE_TRUE, VALUE_FALSE -> {
        at.met(Kind.BOOLEAN);
        at.values().flag(parser.currentToken() == JsonToken.VALUE_TRUE);
      }
      default -> at.metNull();
    }
  }

  private static void readObject(JsonParser parser, Branch at, int depth) throws IOException {
    at.met(Kind.OBJECT);
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      read(parser, depth < DEEPEST ? at.field(name) : null, depth + 1);
    }
  }

  private static void readArray(JsonParser parser, Branch at, int depth) throws IOException {
    at.met(Kind.ARRAY);
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      read(parser, depth < DEEPEST ? at.element() : null, depth + 1);
    }
  }
}
