package dev.liveartifacts.artifact.style;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that a spec means, as the form in the web app makes it ({@code fromdata/html.ts}). */
public final class SpecPage {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern TOOL = Pattern.compile("mcp__(.+?)__.+");
  private static final String MARKER = "content=\"Live Artifacts form ";
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 0x01000193;

  private SpecPage() {}

  /**
   * @param spec in JSON
   * @throws IllegalArgumentException if it is none
   */
  public static String of(String spec, PageParts parts) {
    JsonNode read = read(spec);
    Map<String, String> places =
        Map.of(
            "title", escaped(read.path("title").asText()),
            "description", escaped(read.path("description").asText()),
            "sum", "",
            "meta", inScript(meta(read).toPrettyString()),
            "spec", inScript(spec.strip()),
            "stylesheet", parts.stylesheet().stripTrailing(),
            "script", parts.script().stripTrailing());
    String html =
        PLACE
            .matcher(parts.skeleton())
            .replaceAll(place ->
                Matcher.quoteReplacement(places.getOrDefault(place.group(1), place.group())));
    return html.replace(MARKER + "\"", MARKER + checksum(html) + "\"");
  }

  /** FNV-1a of its UTF-16 units: by it the form knows a page that nobody changed by hand. */
  static String checksum(String text) {
    return Integer.toHexString(
        text.chars().reduce(FNV_BASIS, (hash, unit) -> (hash ^ unit) * FNV_PRIME));
  }

  private static JsonNode read(String spec) {
    try {
      return JSON.readTree(spec);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is not the spec of a page.", e);
    }
  }

  private static ObjectNode meta(JsonNode spec) {
    JsonNode source = spec.path("sources").path("rows");
    String tool = source.path("tool").asText();
    Matcher name = TOOL.matcher(tool);
    ObjectNode meta =
        JSON.createObjectNode()
            .put("name", spec.path("title").asText())
            .put("schemaVersion", 1)
            .put("description", spec.path("description").asText());
    meta.putArray("mcpTools").add(tool);
    meta.putObject("mcpServerNames")
        .put(name.matches() ? name.group(1) : tool, source.path("connector").asText());
    return meta;
  }

  private static String inScript(String json) {
    return json.replace("<", "\\u003c");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
