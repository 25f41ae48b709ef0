package dev.liveartifacts.connector.tool;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What changed about a tool, in sentences for an administrator. Names are a server's words. */
final class ToolDifference {
  private static final int MOST = 20;

  private final Tool before;
  private final Tool after;
  private final List<String> sentences = new ArrayList<>();

  private ToolDifference(Tool before, Tool after) {
    this.before = before;
    this.after = after;
  }

  /** The gravest first; none if the tool is the same. */
  static List<String> between(Tool before, Tool after) {
    return new ToolDifference(before, after).sentences();
  }

  private List<String> sentences() {
    claims();
    hints();
    arguments();
    say(!Objects.equals(before.description(), after.description()), "Its description changed.");
    say(!Objects.equals(before.title(), after.title()), "Its title changed.");
    say(
        !Objects.equals(before.outputSchema(), after.outputSchema()),
        "What it answers is described differently.");
    return bounded();
  }

  private List<String> bounded() {
    if (sentences.size() <= MOST) {
      return List.copyOf(sentences);
    }
    List<String> first = new ArrayList<>(sentences.subList(0, MOST - 1));
    first.add("And " + (sentences.size() - first.size()) + " more.");
    return List.copyOf(first);
  }

  private void claims() {
    Claim was = Claim.of(before);
    Claim is = Claim.of(after);
    if (was != is) {
      sentences.add(
          switch (is) {
            case READS -> "It now says that it only reads; " + past(was) + ".";
            case WRITES -> "It now says that it writes; " + past(was) + ".";
            case NOTHING -> "It no longer says whether it writes; " + past(was) + ".";
          });
    }
  }

  private static String past(Claim was) {
    return switch (was) {
      case READS -> "it said that it only reads";
      case WRITES -> "it said that it writes";
      case NOTHING -> "it did not say before";
    };
  }

  private void hints() {
    say(becameTrue("destructiveHint"), "It now says that it may destroy data.");
    say(becameTrue("openWorldHint"), "It now says that it reaches other systems.");
    boolean same = before.annotations().equals(after.annotations());
    say(sentences.isEmpty() && !same, "Its annotations changed.");
  }

  private boolean becameTrue(String hint) {
    return after.annotations().path(hint).asBoolean(false)
        && !before.annotations().path(hint).asBoolean(false);
  }

  private void arguments() {
    int said = sentences.size();
    JsonNode was = before.inputSchema().path("properties");
    JsonNode is = after.inputSchema().path("properties");
    Set<String> names = new TreeSet<>();
    was.fieldNames().forEachRemaining(names::add);
    is.fieldNames().forEachRemaining(names::add);
    Set<String> requiredBefore = required(before.inputSchema());
    Set<String> requiredNow = required(after.inputSchema());
    for (String name : names) {
      String sentence =
          argument(
              printable(name),
              was.get(name),
              is.get(name),
              requiredBefore.contains(name),
              requiredNow.contains(name));
      if (sentence != null) {
        sentences.add(sentence);
      }
    }
    boolean same = before.inputSchema().equals(after.inputSchema());
    say(sentences.size() == said && !same, "Its arguments are described differently.");
  }

  private static @Nullable String argument(
      String name,
      @Nullable JsonNode was,
      @Nullable JsonNode is,
      boolean requiredBefore,
      boolean required) {
    if (was == null) {
      return required
          ? "It needs a new argument, \"%s\".".formatted(name)
          : "It takes a new argument, \"%s\".".formatted(name);
    }
    if (is == null) {
      return "The argument \"%s\" is gone.".formatted(name);
    }
    if (!type(was).equals(type(is))) {
      return "The argument \"%s\" is %s now; it was %s.".formatted(name, type(is), type(was));
    }
    if (required != requiredBefore) {
      return "The argument \"%s\" is %s now.".formatted(name, required ? "required" : "optional");
    }
    return was.equals(is) ? null : "The argument \"%s\" is described differently.".formatted(name);
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    if (type.isArray()) {
      return printable(
          String.join(
              " or ",
              StreamSupport.stream(type.spliterator(), false).map(JsonNode::asText).toList()));
    }
    return type.isTextual() ? printable(type.textValue()) : "of any type";
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new TreeSet<>();
    schema.path("required").forEach(name -> names.add(name.asText()));
    return names;
  }

  private void say(boolean changed, String sentence) {
    if (changed) {
      sentences.add(sentence);
    }
  }

  private static String printable(String name) {
    String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
  }
}
