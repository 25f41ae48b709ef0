package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.egress.WebRequest;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.mcp.wire.Credential;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of an operation and its arguments. Whatever the arguments say, it goes to the
 * base address and to no other path than the operation's.
 */
final class ApiRequest {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

  private ApiRequest() {}

  static WebRequest of(
      URI base, Operation operation, ObjectNode arguments, @Nullable Credential credential) {
    String path = operation.path();
    List<String> query = new ArrayList<>();
    Map<String, String> headers = new HashMap<>();
    byte[] body = new byte[0];
    for (ApiParameter parameter : operation.parameters()) {
      JsonNode value = value(parameter, arguments);
      if (value == null) {
        continue;
      }
      switch (parameter.place()) {
        case PATH -> path = path.replace("{" + parameter.name() + "}", segment(parameter, value));
        case QUERY -> addTo(query, parameter, value);
        case HEADER -> headers.put(parameter.name(), header(parameter, value));
        case BODY -> {
          body = bytes(value);
          headers.put("Content-Type", "application/json");
        }
      }
    }
    headers.put("Accept", "application/json, text/*;q=0.8, */*;q=0.1");
    headers.put("User-Agent", "LiveArtifacts");
    if (credential != null) {
      headers.put(credential.header(), credential.value());
    }
    return new WebRequest(operation.method(), address(base, path, query), headers, body);
  }

  private static @Nullable JsonNode value(ApiParameter parameter, ObjectNode arguments) {
    JsonNode value = arguments.path(parameter.argument());
    if (!value.isMissingNode() && !value.isNull()) {
      return value;
    }
    if (parameter.required()) {
      throw new BadArguments("The argument \"" + parameter.argument() + "\" is missing.");
    }
    return null;
  }

  /** A dot or two would lead elsewhere, however they are encoded. */
  private static String segment(ApiParameter parameter, JsonNode value) {
    String text = value.isArray() ? joined(value) : text(parameter, value);
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new BadArguments("The argument \"" + parameter.argument() + "\" cannot be in a path.");
    }
    return encoded(text);
  }

  private static void addTo(List<String> query, ApiParameter parameter, JsonNode value) {
    String name = encoded(parameter.name()) + "=";
    switch (value) {
      case JsonNode list when list.isArray() && parameter.explode() ->
          list.forEach(item -> query.add(name + encoded(text(parameter, item))));
      case JsonNode list when list.isArray() -> query.add(name + encoded(joined(list)));
      case ObjectNode object ->
          object
              .properties()
              .forEach(field ->
                  query.add(
                      encoded(parameter.name() + "[" + field.getKey() + "]")
                          + "="
                          + encoded(text(parameter, field.getValue()))));
      default -> query.add(name + encoded(text(parameter, value)));
    }
  }

  private static String header(ApiParameter parameter, JsonNode value) {
    String text = value.isArray() ? joined(value) : text(parameter, value);
    if (!ApiHeaders.isValue(text)) {
      throw new BadArguments(
          "The argument \"" + parameter.argument() + "\" has characters that no header can have.");
    }
    return text;
  }

  private static String text(ApiParameter parameter, JsonNode value) {
    if (value.isContainerNode()) {
      throw new BadArguments("The argument \"" + parameter.argument() + "\" is a single value.");
    }
    return value.asText();
  }

  private static String joined(JsonNode list) {
    List<String> items = new ArrayList<>();
    list.forEach(item -> items.add(item.asText()));
    return String.join(",", items);
  }

  private static URI address(URI base, String path, List<String> query) {
    String root = base.toString().replaceFirst("[?#].*$", "").replaceFirst("/+$", "");
    String address = root + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    try {
      URI made = URI.create(address);
      if (address.length() <= 16_000
          && made.getRawAuthority().equals(base.getRawAuthority())
          && made.equals(made.normalize())) {
        return made;
      }
    } catch (IllegalArgumentException e) {
      throw new BadArguments("The operation's path cannot be filled with these arguments.");
    }
    throw new BadArguments("The operation's path cannot be filled with these arguments.");
  }

  /** RFC 3986, 2.1: everything but unreserved characters. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (UNRESERVED.indexOf(b & 0xff) >= 0) {
        encoded.append((char) b);
      } else {
        encoded.append("%%%02X".formatted(b & 0xff));
      }
    }
    return encoded.toString();
  }

  private static byte[] bytes(JsonNode value) {
    try {
      return ExactJson.bytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Arguments cannot be written as JSON", e);
    }
  }
}
