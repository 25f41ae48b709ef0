package dev.liveartifacts.artifact.mcpserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The resources and prompts that the protocol's referee expects to find, on our own server. */
class ConformanceReading {
  @Produces
  @Singleton
  Source source() {
    return new Fixtures();
  }

  private static final class Fixtures implements Source {
    private static final Map<String, String> CONTENTS =
        Map.of(
            "test://static-text",
            """
            {"uri":"test://static-text","mimeType":"text/plain",
             "text":"This is the content of the static text resource."}
            """,
            "test://static-binary",
            "{\"uri\":\"test://static-binary\",\"mimeType\":\"image/png\",\"blob\":\"%s\"}"
                .formatted(ConformanceTools.PNG),
            "test://template/123/data",
            """
            {"uri":"test://template/123/data","mimeType":"application/json",
             "text":"{\\"id\\":\\"123\\",\\"templateTest\\":true,\\"data\\":\\"Data for ID: 123\\"}"}
            """);

    @Override
    public List<ObjectNode> resources() {
      return List.of(
          card("test://static-text", "text/plain"), card("test://static-binary", "image/png"));
    }

    @Override
    public List<ObjectNode> templates() {
      return List.of(
          ConformanceTools.json(
              """
              {"uriTemplate":"test://template/{id}/data","name":"template",
               "description":"For the protocol's referee.","mimeType":"application/json"}
              """));
    }

    @Override
    public Optional<Uni<ObjectNode>> read(String uri, Caller caller) {
      return Optional.ofNullable(CONTENTS.get(uri))
          .map(content -> Uni.createFrom().item(ConformanceTools.json(content)));
    }

    private static ObjectNode card(String uri, String mimeType) {
      return ConformanceTools.json(
          "{\"uri\":\"%s\",\"name\":\"%s\",\"description\":\"For the referee.\",\"mimeType\":\"%s\"}"
              .formatted(uri, uri.substring(7), mimeType));
    }
  }

  @Produces
  @Singleton
  Prompt simple() {
    return prompt("test_simple_prompt", ask -> done(text("This is a simple prompt for testing.")));
  }

  @Produces
  @Singleton
  Prompt withArguments() {
    return prompt(
        "test_prompt_with_arguments",
        ask ->
            done(
                text(
                    "Prompt with arguments: arg1='%s', arg2='%s'"
                        .formatted(ask.text("arg1"), ask.text("arg2")))),
        "arg1",
        "arg2");
  }

  @Produces
  @Singleton
  Prompt withResource() {
    return prompt(
        "test_prompt_with_embedded_resource",
        ask ->
            done(
                """
                {"type":"resource","resource":{"uri":"%s","mimeType":"text/plain",
                 "text":"Embedded resource content for testing."}}
                """
                    .formatted(ask.text("resourceUri")),
                text("Please process the embedded resource above.")),
        "resourceUri");
  }

  @Produces
  @Singleton
  Prompt withImage() {
    return prompt(
        "test_prompt_with_image",
        ask ->
            done(
                "{\"type\":\"image\",\"data\":\"%s\",\"mimeType\":\"image/png\"}"
                    .formatted(ConformanceTools.PNG),
                text("Please analyze the image above.")));
  }

  @Produces
  @Singleton
  Prompt asking() {
    return prompt(
        "test_input_required_result_prompt",
        ask ->
            ask.responses().has("user_context")
                ? done(text("Context: " + ask.responses().path("user_context").path("content")))
                : new Outcome.AskBack(
                    Map.of("user_context", ConformanceTools.elicitation("context")), null));
  }

  private static String text(String text) {
    return "{\"type\":\"text\",\"text\":\"" + text.replace("\"", "\\\"") + "\"}";
  }

  private static Outcome done(String... contents) {
    ObjectNode result = ConformanceTools.json("{\"messages\":[]}");
    for (String content : contents) {
      result
          .withArray("messages")
          .addObject()
          .put("role", "user")
          .set("content", ConformanceTools.json(content));
    }
    return new Outcome.Done(result);
  }

  private static Prompt prompt(String name, Function<Ask, Outcome> work, String... arguments) {
    ObjectNode card = ConformanceTools.json("{\"description\":\"For the referee.\"}");
    card.put("name", name);
    for (String argument : arguments) {
      card.withArray("arguments").addObject().put("name", argument).put("required", true);
    }
    return new Prompt() {
      @Override
      public ObjectNode card() {
        return card;
      }

      @Override
      public Uni<Outcome> get(Ask ask) {
        return Uni.createFrom().item(work.apply(ask));
      }
    };
  }
}
