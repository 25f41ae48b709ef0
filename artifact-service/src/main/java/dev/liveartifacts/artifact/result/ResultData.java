package dev.liveartifacts.artifact.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The data in an MCP result: its structured content, else JSON in its text, else a table. */
final class ResultData {
  private static final JsonMapper JSON = ResultJson.builder().build();

  private ResultData() {}

  /** Never fails: what cannot be read holds no data. */
  static JsonNode of(byte[] result) {
    try {
      JsonNode whole = JSON.readTree(result);
      JsonNode structured = whole.path("structuredContent");
      return structured.isContainerNode() ? structured : ofTexts(texts(whole.path("content")));
    } catch (IOException broken) {
      return MissingNode.getInstance();
    }
  }

  private static List<String> texts(JsonNode content) {
    return StreamSupport.stream(content.spliterator(), false)
        .map(block -> block.path("text"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .toList();
  }

  private static JsonNode ofTexts(List<String> texts) {
    return texts.stream()
        .map(ResultData::json)
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> texts.size() > 1 ? json(String.join("", texts)) : Optional.empty())
        .or(() -> texts.stream().map(MarkdownTable::read).flatMap(Optional::stream).findFirst())
        .orElseGet(MissingNode::getInstance);
  }

  private static Optional<JsonNode> json(String text) {
    return ResultJson.read(ResultJson.unfenced(text), JSON);
  }
}
