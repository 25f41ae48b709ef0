package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The tools that the protocol's referee expects to find, on our own server. */
class ConformanceTools {
  static final String PNG =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";
  private static final String WAV = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration A_MOMENT = Duration.ofMillis(50);

  @Produces
  @Singleton
  Tool simpleText() {
    return says("test_simple_text", "This is a simple text response for testing.");
  }

  @Produces
  @Singleton
  Tool image() {
    return gives(
        "test_image_content",
        "{\"type\":\"image\",\"data\":\"%s\",\"mimeType\":\"image/png\"}".formatted(PNG));
  }

  @Produces
  @Singleton
  Tool audio() {
    return gives(
        "test_audio_content",
        "{\"type\":\"audio\",\"data\":\"%s\",\"mimeType\":\"audio/wav\"}".formatted(WAV));
  }

  @Produces
  @Singleton
  Tool embedded() {
    return gives(
        "test_embedded_resource",
        """
        {"type":"resource","resource":{"uri":"test://embedded-resource","mimeType":"text/plain",
         "text":"This is an embedded resource content."}}
        """);
  }

  @Produces
  @Singleton
  Tool mixed() {
    return gives(
        "test_multiple_content_types",
        """
        {"type":"text","text":"Multiple content types test:"},
        {"type":"image","data":"%s","mimeType":"image/png"},
        {"type":"resource","resource":{"uri":"test://mixed-content-resource",
         "mimeType":"application/json","text":"{\\"test\\":\\"data\\",\\"value\\":123}"}}
        """
            .formatted(PNG));
  }

  @Produces
  @Singleton
  Tool failing() {
    return tool(
        "test_error_handling",
        ask -> now(ToolAnswer.failed("This tool intentionally returns an error for testing")));
  }

  @Produces
  @Singleton
  Tool progress() {
    return tool(
        "test_tool_with_progress",
        ask -> {
          ask.progress().report(0, 100, "begun");
          return later()
              .invoke(() -> ask.progress().report(50, 100, "half"))
              .flatMap(half -> later())
              .invoke(() -> ask.progress().report(100, 100, "done"))
              .map(done -> text("Done"));
        });
  }

  @Produces
  @Singleton
  Tool logging() {
    return says("test_logging_tool", "We log nothing to clients.");
  }

  @Produces
  @Singleton
  Tool missingCapability() {
    return tool(
        "test_missing_capability",
        ask -> {
          if (!ask.client().can("sampling")) {
            throw new RpcException(RpcError.missingCapability("sampling"));
          }
          return now(text("The client can."));
        });
  }

  @Produces
  @Singleton
  Tool streamingElicitation() {
    return asking("test_streaming_elicitation", Map.of("user_name", elicitation("name")));
  }

  @Produces
  @Singleton
  Tool elicitation() {
    return asking(
        "test_input_required_result_elicitation", Map.of("user_name", elicitation("name")));
  }

  @Produces
  @Singleton
  Tool sampling() {
    return asking(
        "test_input_required_result_sampling", Map.of("capital_question", samplingRequest()));
  }

  @Produces
  @Singleton
  Tool roots() {
    return asking("test_input_required_result_list_roots", Map.of("client_roots", rootsRequest()));
  }

  @Produces
  @Singleton
  Tool several() {
    return asking(
        "test_input_required_result_multiple_inputs",
        Map.of(
            "user_name",
            elicitation("name"),
            "greeting",
            samplingRequest(),
            "client_roots",
            rootsRequest()));
  }

  @Produces
  @Singleton
  Tool state() {
    return asking("test_input_required_result_request_state", Map.of("confirm", elicitation("ok")));
  }

  @Produces
  @Singleton
  Tool tampered() {
    return asking(
        "test_input_required_result_tampered_state", Map.of("confirm", elicitation("ok")));
  }

  @Produces
  @Singleton
  Tool multiRound() {
    return tool(
        "test_input_required_result_multi_round",
        ask -> {
          if (ask.responses().has("step2")) {
            return now(text("Both steps are done."));
          }
          return now(
              ask.responses().has("step1")
                  ? new Outcome.AskBack(Map.of("step2", elicitation("color")), "round-2")
                  : new Outcome.AskBack(Map.of("step1", elicitation("name")), "round-1"));
        });
  }

  @Produces
  @Singleton
  Tool capabilities() {
    return tool(
        "test_input_required_result_capabilities",
        ask -> {
          Map<String, ObjectNode> all = new HashMap<>();
          if (ask.client().can("sampling")) {
            all.put("greeting", samplingRequest());
          }
          if (ask.client().can("elicitation")) {
            all.put("user_name", elicitation("name"));
          }
          return now(new Outcome.AskBack(all, null));
        });
  }

  /** Asks until every key is answered as it should be, and takes its own state back alone. */
  private static Tool asking(String name, Map<String, ObjectNode> requests) {
    String state = name + "/signed";
    return tool(
        name,
        ask -> {
          if (ask.state() != null && !state.equals(ask.state())) {
            throw new RpcException(RpcError.badParams("The state is not what we gave."));
          }
          boolean answered =
              requests.entrySet().stream()
                  .allMatch(one -> isAnswer(ask, one.getKey(), one.getValue()));
          return now(
              answered
                  ? text("state-ok: " + ask.responses())
                  : new Outcome.AskBack(requests, state));
        });
  }

  private static boolean isAnswer(Ask ask, String key, ObjectNode request) {
    return switch (request.path("method").asText()) {
      case "elicitation/create" -> ask.responses().path(key).path("content").isObject();
      case "roots/list" -> ask.responses().path(key).path("roots").isArray();
      default -> ask.responses().path(key).has("content");
    };
  }

  static ObjectNode elicitation(String field) {
    return json(
        """
        {"method":"elicitation/create","params":{"mode":"form","message":"What is it?","requestedSchema":
         {"type":"object","properties":{"%1$s":{"type":"%2$s"}},"required":["%1$s"]}}}
        """
            .formatted(field, field.equals("ok") ? "boolean" : "string"));
  }

  private static ObjectNode samplingRequest() {
    return json(
        """
        {"method":"sampling/createMessage","params":{"maxTokens":100,"messages":
         [{"role":"user","content":{"type":"text","text":"What is the capital of France?"}}]}}
        """);
  }

  private static ObjectNode rootsRequest() {
    return json("{\"method\":\"roots/list\",\"params\":{}}");
  }

  private static Tool says(String name, String text) {
    return tool(name, ask -> now(text(text)));
  }

  private static Tool gives(String name, String contents) {
    return tool(name, ask -> now(new Outcome.Done(json("{\"content\":[" + contents + "]}"))));
  }

  private static Outcome text(String text) {
    ObjectNode result = json("{\"content\":[{\"type\":\"text\"}]}");
    result.withObject("/content/0").put("text", text);
    return new Outcome.Done(result);
  }

  private static Uni<Outcome> now(Outcome outcome) {
    return Uni.createFrom().item(outcome);
  }

  private static Uni<Integer> later() {
    return Uni.createFrom().item(1).onItem().delayIt().by(A_MOMENT);
  }

  private static Tool tool(String name, Function<Ask, Uni<Outcome>> work) {
    ObjectNode card = json("{\"inputSchema\":{\"type\":\"object\",\"properties\":{}}}");
    card.put("name", name).put("description", "For the protocol's referee.");
    return new Tool() {
      @Override
      public ToolCard card() {
        return new ToolCard(card);
      }

      @Override
      public Uni<Outcome> call(Ask ask) {
        return work.apply(ask);
      }
    };
  }

  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
