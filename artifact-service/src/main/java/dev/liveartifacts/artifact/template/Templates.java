package dev.liveartifacts.artifact.template;

import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.mapping.ToolName;
import dev.liveartifacts.artifact.style.JoinedScript;
import dev.liveartifacts.artifact.style.PackedText;
import dev.liveartifacts.artifact.style.PageParts;
import dev.liveartifacts.artifact.style.SpecPage;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static final String SCRIPT = "{{script}}";

  private final PageParts parts;
  private final List<Template> all;

  Templates(PageParts parts) {
    this.parts = parts;
    this.all = NAMES.stream().map(this::read).toList();
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
      return html.contains("id=\"page-spec\"") || html.contains("id=\"page-sources\"");
    }
  }

  List<Template> all() {
    return all;
  }

  Optional<Template> named(String name) {
    return all.stream().filter(template -> template.name().equals(name)).findFirst();
  }

  /** A page of its own, or the spec of one as the form makes them. */
  private Template read(String name) {
    String page = "templates/" + name;
    return template(
        name,
        PackedText.find(page + ".json")
            .map(spec -> SpecPage.of(spec, parts))
            .orElseGet(() ->
                withScript(PackedText.of(page + ".html"), "templates/scripts/" + name + ".js")));
  }

  private static String withScript(String html, String module) {
    return html.contains(SCRIPT)
        ? html.replace(SCRIPT, JoinedScript.of(module).stripTrailing())
        : html;
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
