package dev.liveartifacts.connector.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The top-level fields of a JSON object, found without building it: one pass over the bytes, and
 * memory only for the names that were asked for.
 */
public final class JsonFields {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final byte[] document;
  private final Map<String, Slice> slices;

  private JsonFields(byte[] document, Map<String, Slice> slices) {
    this.document = document;
    this.slices = slices;
  }

  /**
   * Looks through a document that is one object.
   *
   * @param wanted the names to look for; others are skipped, but have to be JSON
   * @throws MalformedJson if the document is not one UTF-8 JSON object, or repeats a wanted name
   */
  public static JsonFields of(byte[] document, Set<String> wanted) throws MalformedJson {
    return of(document, new Slice(0, document.length, JsonToken.START_OBJECT), wanted);
  }

  /** The same for an object inside {@code document}. */
  public static JsonFields of(byte[] document, Slice object, Set<String> wanted)
      throws MalformedJson {
    try (JsonParser parser =
        FACTORY.createParser(document, object.from(), object.to() - object.from())) {
      return new JsonFields(document, read(parser, object.from(), wanted));
    } catch (IOException e) {
      throw new MalformedJson("it is not JSON");
    }
  }

  private static Map<String, Slice> read(JsonParser parser, int base, Set<String> wanted)
      throws IOException, MalformedJson {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new MalformedJson("it is not a JSON object");
    }
    Map<String, Slice> slices = new HashMap<>();
    for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      Slice slice = next(parser, base);
      if (wanted.contains(name) && slices.put(name, slice) != null) {
        throw new MalformedJson("it says \"" + name + "\" twice");
      }
    }
    if (parser.currentToken() != JsonToken.END_OBJECT || parser.nextToken() != null) {
      throw new MalformedJson("something follows the JSON object");
    }
    return slices;
  }

  private static Slice next(JsonParser parser, int base) throws IOException, MalformedJson {
    JsonToken token = parser.nextToken();
    long from = parser.currentTokenLocation().getByteOffset();
    parser.skipChildren();
    parser.finishToken();
    long to = parser.currentLocation().getByteOffset();
    if (from < 0 || to < from) {
      throw new MalformedJson("it is not UTF-8");
    }
    return new Slice(base + (int) from, base + (int) to, token);
  }

  public @Nullable Slice find(String name) {
    return slices.get(name);
  }

  public boolean isTrue(String name) {
    Slice slice = slices.get(name);
    return slice != null && slice.token() == JsonToken.VALUE_TRUE;
  }

  /** The value's JSON text, or null if there is no such field. */
  public @Nullable String text(String name) {
    Slice slice = slices.get(name);
    return slice == null ? null : slice.textOf(document);
  }
}
