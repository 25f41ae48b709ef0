package dev.liveartifacts.artifact.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.style.PageParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {
  @Test
  void every_starter_page_is_offered() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/templates"))) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> file.getFileName().toString().replaceAll("\\.(html|json)$", "")))
          .containsExactlyInAnyOrderElementsOf(Templates.NAMES);
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

  @ParameterizedTest
  @ValueSource(strings = {"week-ahead", "project-tracker", "invoices-by-age"})
  void a_template_that_the_form_draws_comes_whole(String name) {
    PageParts parts = new PageParts();

    assertThat(new Templates(parts).named(name).orElseThrow())
        .satisfies(template -> {
          assertThat(template.bindable()).isTrue();
          assertThat(template.connectors()).hasSize(1);
          assertThat(template.html())
              .contains(parts.stylesheet().strip(), parts.script().strip())
              .doesNotContain("{{");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"open-pipeline", "cfo-dashboard"})
  void a_template_with_a_page_of_its_own_brings_its_script_and_can_be_bound(String name) {
    assertThat(new Templates(new PageParts()).named(name).orElseThrow())
        .satisfies(template -> {
          assertThat(template.bindable()).isTrue();
          assertThat(template.html())
              .contains("id=\"page-sources\"", "async function recordsOf(")
              .doesNotContain("{{", "import {", "export ");
        });
  }
}
