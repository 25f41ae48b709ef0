package dev.liveartifacts.artifact.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Map;

/** The values of rows: when two are the same, and how much of one is shown. */
final class Values {
  private static final int LONGEST = 500;
  private static final int MOST_FIELDS = 60;

  private Values() {}

  /** {@code 1.0} is {@code 1}; what is missing is null. */
  static boolean same(JsonNode one, JsonNode other) {
    return isNothing(one) && isNothing(other) || canonical(one).equals(canonical(other));
  }

  /** Everywhere in it numbers count by their value alone; the order of fields does not count. */
  static JsonNode canonical(JsonNode value) {
    return switch (value) {
      case ObjectNode object -> {
        ObjectNode same = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> same.set(field.getKey(), canonical(field.getValue())));
        yield same;
      }
      case ArrayNode array -> {
        ArrayNode same = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> same.add(canonical(element)));
        yield same;
      }
      default -> normal(value);
    };
  }

  /** A number by its value alone. */
  static JsonNode normal(JsonNode value) {
    return value.isNumber() ? DecimalNode.valueOf(plain(value.decimalValue())) : value;
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }

  static JsonNode shown(JsonNode value) {
    if (value.isMissingNode()) {
      return JsonNodeFactory.instance.nullNode();
    }
    String text = value.isTextual() ? value.textValue() : value.toString();
    boolean fits =
        text.length() <= LONGEST || !(value.isTextual() || value instanceof ContainerNode);
    return fits ? value : TextNode.valueOf(text.substring(0, LONGEST) + "…");
  }

  static ObjectNode shown(ObjectNode row) {
    ObjectNode shown = JsonNodeFactory.instance.objectNode();
    row.properties().stream()
        .limit(MOST_FIELDS)
        .forEach((Map.Entry<String, JsonNode> field) ->
            shown.set(field.getKey(), shown(field.getValue())));
    return shown;
  }

  private static boolean isNothing(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}
