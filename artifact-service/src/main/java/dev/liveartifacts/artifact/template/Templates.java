package dev.liveartifacts.artifact.template;

import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.ToolName;
import dev.liveartifacts.artifact.style.PageParts;
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
  static final List<String> NAMES =
      List.of(
          "open-pipeline",
          "cfo-dashboard",
          "week-ahead",
          "project-tracker",
          "invoices-by-age",
          "budget-calculator");

  private final PageParts parts;
  private final List<Template> all;

  Templates(PageParts parts) {
    this.parts = parts;
    this.all = NAMES.stream().map(this::read).filter(Objects::nonNull).toList();
  }

  /**
   * A starter page.
   *
   * @param connectors the names of those that it wants to ask
   */
  record Template(
      String name, String title, String description, List<String> connectors, String html) {

    /** True if its fields can be mapped to those of any system. */
    boolean bindable() {
      return html.contains("id=\"page-spec\"");
    }
  }

  List<Template> all() {
    return all;
  }

  Optional<Template> named(String name) {
    return all.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  private @Nullable Template read(String name) {
    try (InputStream in =
        Templates.class.getClassLoader().getResourceAsStream("templates/" + name + ".html")) {
      return in == null
          ? null
          : template(name, whole(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Templates that were drawn by form leave out what all such pages have in common. */
  private String whole(String html) {
    return html.replace("/* page.css */", parts.stylesheet().stripTrailing())
        .replace("// page.js", parts.script().stripTrailing());
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
