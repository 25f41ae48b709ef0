package dev.liveartifacts.artifact.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.style.PageParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  @Test
  void every_starter_page_is_offered() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Templates.NAMES.stream().map(name -> name + ".html").toList());
    }
  }

  @Test
  void a_starter_page_says_what_it_is_and_what_it_asks() {
    assertThat(new Templates(new PageParts()).all())
        .hasSize(Templates.NAMES.size())
        .allSatisfy(template -> {
          assertThat(template.title()).isNotBlank();
          assertThat(template.description()).isNotBlank();
          assertThat(template.html()).isNotBlank();
        });
    assertThat(new Templates(new PageParts()).named("open-pipeline").orElseThrow().connectors())
        .containsExactly("Acme CRM");
    assertThat(new Templates(new PageParts()).named("../application.properties")).isEmpty();
  }

  @Test
  void a_template_that_was_drawn_by_form_comes_whole() {
    PageParts parts = new PageParts();

    assertThat(new Templates(parts).named("week-ahead").orElseThrow())
        .satisfies(template -> {
          assertThat(template.bindable()).isTrue();
          assertThat(template.html())
              .contains(parts.stylesheet().strip(), parts.script().strip())
              .doesNotContain("/* page.css */", "// page.js");
        });
  }
}
