package dev.liveartifacts.artifact.html;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.library.Library;
import dev.liveartifacts.artifact.library.Shelf;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * Makes a page ready to leave: its meta block says what it is and needs, its libraries are at their
 * public addresses. Its own text stays as it is; exporting twice is exporting once.
 */
public final class PageExport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BLOCK = "cowork-artifact-meta";
  private static final Pattern END_OF_SCRIPT =
      Pattern.compile("</script", Pattern.CASE_INSENSITIVE);

  private final Shelf shelf;

  public PageExport(Shelf shelf) {
    this.shelf = shelf;
  }

  /**
   * What the meta block says.
   *
   * @param servers from the server's name in tool names to the name that people know it by
   */
  public record About(String title, List<String> tools, Map<String, String> servers) {}

  public String of(String page, About about) {
    return with("", page, about);
  }

  /**
   * The same with something ahead of everything else.
   *
   * @param ahead elements; an import leaves out what {@link Injection} made
   */
  public String with(String ahead, String page, About about) {
    Doctype doctype = Doctype.of(page);
    String own = Injection.strip(doctype.rest());
    Document parsed = Parser.htmlParser().setTrackPosition(true).parseInput(own, "");
    Edits edits = new Edits();
    parsed.select("script[src], link[href]").forEach(element -> publish(element, own, edits));
    Element block = parsed.getElementById(BLOCK);
    boolean replaced = block != null && replace(block, own, edits, about);
    String body = edits.applyTo(own);
    return doctype.declaration() + ahead + (replaced ? body : fresh(about) + body);
  }

  private static String fresh(About about) {
    return "<script type=\"application/json\" id=\""
        + BLOCK
        + "\">"
        + json("{}", about)
        + "</script>";
  }

  private static boolean replace(Element block, String own, Edits edits, About about) {
    Range start = block.sourceRange();
    Matcher end = END_OF_SCRIPT.matcher(own);
    if (!block.normalName().equals("script") || !start.isTracked() || !end.find(start.endPos())) {
      return false;
    }
    String json = own.substring(start.endPos(), end.start());
    edits.replace(start.endPos(), end.start(), json(json, about));
    return true;
  }

  /** What the page says of itself stays, but for what we know better. */
  private static String json(String before, About about) {
    ObjectNode meta = read(before);
    meta.put("name", about.title());
    if (!meta.has("schemaVersion")) {
      meta.put("schemaVersion", 1);
    }
    meta.set("mcpTools", tools(meta, about));
    if (!meta.path("mcpServerNames").isContainerNode()) {
      meta.set("mcpServerNames", JSON.valueToTree(about.servers()));
    }
    try {
      return JSON.writeValueAsString(meta).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ArrayNode tools(ObjectNode meta, About about) {
    Set<String> names = new LinkedHashSet<>();
    ArrayNode all = JSON.createArrayNode();
    meta.path("mcpTools")
        .elements()
        .forEachRemaining(tool -> {
          all.add(tool);
          names.add(tool.isObject() ? tool.path("name").asText() : tool.asText());
        });
    about.tools().stream().filter(names::add).forEach(all::add);
    return all;
  }

  private static ObjectNode read(String json) {
    try {
      return JSON.readTree(json) instanceof ObjectNode meta ? meta : JSON.createObjectNode();
    } catch (JsonProcessingException malformed) {
      return JSON.createObjectNode();
    }
  }

  private void publish(Element element, String own, Edits edits) {
    Attribute address = element.attribute(element.hasAttr("src") ? "src" : "href");
    if (address == null || !address.sourceRange().isTracked()) {
      return;
    }
    shelf.libraries().stream()
        .filter(library -> library.address().equals(address.getValue()))
        .findFirst()
        .ifPresent(
            library -> publish(library, address.sourceRange().valueRange(), element, own, edits));
  }

  private static void publish(
      Library library, Range value, Element element, String own, Edits edits) {
    char before = own.charAt(value.startPos() - 1);
    String quote = before == '"' || before == '\'' ? String.valueOf(before) : "";
    String open = quote.isEmpty() ? "\"" : "";
    String mark = quote.isEmpty() ? "\"" : quote;
    String integrity =
        element.hasAttr("integrity")
            ? open
            : mark
                + " integrity="
                + mark
                + "sha384-"
                + library.sha384()
                + mark
                + " crossorigin="
                + mark
                + "anonymous"
                + open;
    edits.replace(value.startPos(), value.endPos(), open + library.publicAddress() + integrity);
  }
}
