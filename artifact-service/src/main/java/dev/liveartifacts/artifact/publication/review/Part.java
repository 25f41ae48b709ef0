package dev.liveartifacts.artifact.publication.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

/** A place of a result that holds data, with what it holds. */
sealed interface Part {
  /** Where its fields begin. */
  String path();

  /** The structured content. */
  record Structured(JsonNode data) implements Part {
    @Override
    public String path() {
      return "/structured";
    }
  }

  /**
   * A text block that is JSON.
   *
   * @param fenced true if the JSON stands in a markdown fence
   */
  record Json(int block, JsonNode data, boolean fenced) implements Part {
    @Override
    public String path() {
      return "/text/" + block;
    }
  }

  /** A text block that says the structured content once more, as MCP recommends. */
  record Mirror(int block) implements Part {
    @Override
    public String path() {
      return "/text/" + block;
    }
  }

  /** A text block with a markdown table, whose rows are objects. */
  record Table(int block, ArrayNode rows) implements Part {
    @Override
    public String path() {
      return "/text/" + block;
    }
  }

  /** Any other text block: it stays or goes as a whole. */
  record Prose(int block, String text) implements Part {
    @Override
    public String path() {
      return "/text/" + block;
    }
  }

  /**
   * A block that cannot be looked into, such as an image: it never stays.
   *
   * @param type as the result names it
   */
  record Opaque(int block, String type) implements Part {
    @Override
    public String path() {
      return "/text/" + block;
    }
  }
}
