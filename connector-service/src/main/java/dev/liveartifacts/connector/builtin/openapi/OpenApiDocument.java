package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * A service's description (OpenAPI 3.0 or 3.1, as JSON or YAML), and the tools in it.
 *
 * @param servers addresses that the document names, as they stand there
 */
record OpenApiDocument(String title, List<String> servers, List<Operation> operations) {
  private static final int LARGEST = 5 * 1024 * 1024;
  private static final int MOST_OPERATIONS = 500;
  private static final int DEEPEST = 100;
  private static final int LONGEST_TEXT = 1_000;
  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = yaml();

  /**
   * @throws BadDocument if it is none, or larger than the bounds
   */
  static OpenApiDocument read(byte[] document) {
    if (document.length > LARGEST) {
      throw new BadDocument("The document has more than 5 MiB.");
    }
    JsonNode tree = tree(document);
    String version = tree.path("openapi").asText("");
    if (!version.matches("3\\.[012](\\..*)?")) {
      throw new BadDocument(
          tree.has("swagger")
              ? "The document is Swagger 2. Convert it to OpenAPI 3 first."
              : "The address leads to no OpenAPI 3 document.");
    }
    return new Reading(tree).document();
  }

  private static JsonNode tree(byte[] document) {
    try {
      int first = 0;
      while (first < document.length && Character.isWhitespace(document[first])) {
        first++;
      }
      boolean json = first < document.length && document[first] == '{';
      return (json ? JSON : YAML).readTree(document);
    } catch (IOException e) {
      throw new BadDocument("The document is neither JSON nor YAML.");
    }
  }

  /** Aliases that multiply, and nesting without end, are errors instead of memory. */
  private static ObjectMapper yaml() {
    LoaderOptions bounds = new LoaderOptions();
    bounds.setMaxAliasesForCollections(50);
    bounds.setNestingDepthLimit(DEEPEST);
    bounds.setCodePointLimit(LARGEST);
    bounds.setAllowDuplicateKeys(false);
    return new YAMLMapper(YAMLFactory.builder().loaderOptions(bounds).build());
  }

  /** The address under which the operations are: the first server, seen from the document. */
  Optional<URI> base(URI documentAddress) {
    String server = servers.isEmpty() ? "/" : servers.getFirst();
    try {
      return Optional.of(documentAddress.resolve(server));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static final class Reading {
    private final JsonNode document;
    private final References references;
    private final ToolNames names = new ToolNames();

    Reading(JsonNode document) {
      this.document = document;
      this.references = new References(document);
    }

    OpenApiDocument document() {
      List<Operation> operations = new ArrayList<>();
      document
          .path("paths")
          .properties()
          .forEach(path -> addAll(operations, path.getKey(), references.target(path.getValue())));
      if (operations.isEmpty()) {
        throw new BadDocument("The document describes no operations.");
      }
      String title = shortened(document.path("info").path("title").asText(""));
      return new OpenApiDocument(title, servers(), operations);
    }

    private List<String> servers() {
      List<String> servers = new ArrayList<>();
      for (JsonNode server : document.path("servers")) {
        servers.add(filled(server));
      }
      return servers;
    }

    /** Variables with what they are without anybody's choice. */
    private static String filled(JsonNode server) {
      String url = server.path("url").asText("");
      for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
        url =
            url.replace(
                "{" + variable.getKey() + "}", variable.getValue().path("default").asText(""));
      }
      return url;
    }

    private void addAll(List<Operation> operations, String path, JsonNode item) {
      for (String method : METHODS) {
        JsonNode operation = item.path(method);
        if (operation.isObject() && path.startsWith("/")) {
          operations.add(operation(method, path, item, operation));
        }
        if (operations.size() > MOST_OPERATIONS) {
          throw new BadDocument("The document describes more than 500 operations.");
        }
      }
    }

    private Operation operation(String method, String path, JsonNode item, JsonNode operation) {
      String id = operation.path("operationId").asText(method + " " + path);
      String summary = shortened(operation.path("summary").asText(""));
      String description = shortened(operation.path("description").asText(summary));
      return new Operation(
          names.tool(id),
          summary.isEmpty() ? method.toUpperCase(Locale.ROOT) + " " + path : summary,
          description,
          method.toUpperCase(Locale.ROOT),
          path,
          parameters(item, operation));
    }

    private List<ApiParameter> parameters(JsonNode item, JsonNode operation) {
      Map<String, JsonNode> declared = new LinkedHashMap<>();
      for (JsonNode list : List.of(item.path("parameters"), operation.path("parameters"))) {
        list.forEach(one -> {
          JsonNode parameter = references.target(one);
          declared.put(
              parameter.path("in").asText() + " " + parameter.path("name").asText(), parameter);
        });
      }
      ToolNames arguments = new ToolNames();
      List<ApiParameter> parameters = new ArrayList<>();
      declared.values().forEach(one -> parameter(one, arguments).ifPresent(parameters::add));
      body(references.target(operation.path("requestBody")), arguments).ifPresent(parameters::add);
      return parameters;
    }

    private Optional<ApiParameter> parameter(JsonNode parameter, ToolNames arguments) {
      String name = parameter.path("name").asText("");
      Optional<Place> place =
          switch (parameter.path("in").asText("")) {
            case "path" -> Optional.of(Place.PATH);
            case "query" -> Optional.of(Place.QUERY);
            case "header" -> Optional.of(Place.HEADER).filter(header -> ApiHeaders.mayBeSet(name));
            default -> Optional.empty();
          };
      return place
          .filter(found -> !name.isEmpty() && name.length() <= 200)
          .map(found ->
              new ApiParameter(
                  arguments.argument(name),
                  name,
                  found,
                  found == Place.PATH || parameter.path("required").asBoolean(false),
                  parameter.path("explode").asBoolean(found == Place.QUERY),
                  described(parameter.path("schema"), parameter.path("description").asText(""))));
    }

    private Optional<ApiParameter> body(JsonNode body, ToolNames arguments) {
      JsonNode content = body.path("content").path("application/json");
      return content.isObject()
          ? Optional.of(
              new ApiParameter(
                  arguments.argument("body"),
                  "body",
                  Place.BODY,
                  body.path("required").asBoolean(false),
                  false,
                  described(content.path("schema"), body.path("description").asText(""))))
          : Optional.empty();
    }

    private ObjectNode described(JsonNode schema, String description) {
      ObjectNode expanded = references.schema(schema);
      if (!description.isEmpty()) {
        expanded.put("description", shortened(description));
      }
      return expanded;
    }

    private static String shortened(String text) {
      String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").strip();
      return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT) + "…";
    }
  }
}
