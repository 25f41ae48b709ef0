package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.json.JsonFields;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.json.Slice;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data in a result: its structured content, else JSON in its text, else a markdown table.
 *
 * @param root what was found; an empty place without structure
 */
record Payload(Source source, Branch root) {
  private static final Set<String> WANTED = Set.of("structuredContent", "content");
  private static final ObjectMapper MAPPER = new ObjectMapper(DocumentReader.JSON);

  /** Never fails: what cannot be read has no structure. */
  static Payload of(byte[] result) {
    try {
      JsonFields fields = JsonFields.of(result, WANTED);
      Slice structured = fields.find("structuredContent");
      if (structured != null && structured.length() > 0 && !isNull(structured, result)) {
        return new Payload(Source.STRUCTURED, document(result, structured));
      }
      return ofTexts(texts(result, fields.find("content")));
    } catch (MalformedJson | IOException e) {
      return none();
    }
  }

  private static boolean isNull(Slice slice, byte[] result) {
    return slice.length() == 4 && slice.textOf(result).equals("null");
  }

  private static Branch document(byte[] result, Slice slice) throws IOException {
    try (JsonParser parser =
        DocumentReader.JSON.createParser(result, slice.from(), slice.length())) {
      return DocumentReader.read(parser);
    }
  }

  private static List<String> texts(byte[] result, @Nullable Slice content) throws IOException {
    List<String> texts = new ArrayList<>();
    if (content != null) {
      JsonNode blocks = MAPPER.readTree(result, content.from(), content.length());
      for (JsonNode block : blocks) {
        if (block.path("text").isTextual()) {
          texts.add(block.path("text").textValue());
        }
      }
    }
    return texts;
  }

  private static Payload ofTexts(List<String> texts) {
    return texts.stream()
        .map(Payload::json)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> texts.size() > 1 ? json(String.join("", texts)) : Optional.empty())
        .or(() -> table(texts))
        .orElseGet(Payload::none);
  }

  private static Optional<Payload> json(String text) {
    String inside = withoutFence(text.strip());
    if (!inside.startsWith("{") && !inside.startsWith("[")) {
      return Optional.empty();
    }
    try (JsonParser parser = DocumentReader.JSON.createParser(inside)) {
      return Optional.of(new Payload(Source.JSON_TEXT, DocumentReader.read(parser)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String withoutFence(String text) {
    if (!text.startsWith("```") || !text.endsWith("```") || text.length() < 6) {
      return text;
    }
    int line = text.indexOf('\n');
    return line < 0
        ? text
        : text.substring(line + 1, Math.max(line + 1, text.length() - 3)).strip();
  }

  private static Optional<Payload> table(List<String> texts) {
    return texts.stream()
        .map(MarkdownTable::read)
        .flatMap(Optional::stream)
        .findFirst()
        .map(root -> new Payload(Source.MARKDOWN, root));
  }

  private static Payload none() {
    return new Payload(Source.TEXT, new Branch(new Branch.Budget(1)));
  }
}
