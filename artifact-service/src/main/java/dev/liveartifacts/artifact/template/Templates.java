package dev.liveartifacts.artifact.template;

import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.ToolName;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The starter pages that come with the product. */
@Singleton
class Templates {
  static final List<String> NAMES = List.of("open-pipeline", "cfo-dashboard", "budget-calculator");

  private final List<Template> all =
      NAMES.stream().map(Templates::read).filter(Objects::nonNull).toList();

  /**
   * A starter page.
   *
   * @param connectors the names of those that it wants to ask
   */
  record Template(
      String name, String title, String description, List<String> connectors, String html) {}

  List<Template> all() {
    return all;
  }

  Optional<Template> named(String name) {
    return all.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  private static @Nullable Template read(String name) {
    try (InputStream in =
        Templates.class.getClassLoader().getResourceAsStream("templates/" + name + ".html")) {
      return in == null
          ? null
          : template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Template template(String name, String html) {
    PageFacts facts = PageFacts.of(html);
    return new Template(
        name,
        Objects.requireNonNullElse(facts.title(), name),
        Objects.requireNonNullElse(facts.description(), ""),
        connectors(facts),
        html);
  }

  private static List<String> connectors(PageFacts facts) {
    return facts.tools().stream()
        .flatMap(tool -> server(new ToolName(tool)))
        .map(server -> facts.servers().of(server))
        .distinct()
        .toList();
  }

  private static Stream<String> server(ToolName name) {
    return name.readings().stream().limit(1).map(ToolName.Reading::server);
  }
}
