package dev.liveartifacts.artifact.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddedLibrariesTest {
  @TempDir Path folder;

  @Test
  void scripts_and_styles_are_found_where_npm_packs_them_the_main_file_first() throws IOException {
    put("chartjs-plugin-annotation@3.1.0/dist/helpers/all.js");
    put("chartjs-plugin-annotation@3.1.0/dist/chartjs-plugin-annotation.min.js");
    put("@scope/grid@1.2.3-beta.1/theme.css");
    put("chart.js@3.9.1/dist/chart.min.js");

    assertThat(AddedLibraries.in(folder).keySet())
        .extracting(Library::path)
        .containsExactly(
            "chart.js@3.9.1/dist/chart.min.js",
            "chartjs-plugin-annotation@3.1.0/dist/chartjs-plugin-annotation.min.js",
            "@scope/grid@1.2.3-beta.1/theme.css",
            "chartjs-plugin-annotation@3.1.0/dist/helpers/all.js");
  }

  @Test
  void what_is_no_library_is_passed_over() throws IOException {
    for (String path :
        List.of(
            "README.md",
            "loose.js",
            "left-pad/index.js",
            "a@1.0.0/.hidden.js",
            "a@latest/a.js",
            "..data/a@1.0.0/a.js",
            "a@1.0.0/page.html")) {
      put(path);
    }

    assertThat(AddedLibraries.in(folder)).isEmpty();
  }

  @Test
  void an_added_version_stands_in_for_the_public_one_with_its_digest() throws IOException {
    put("chart.js@3.9.1/dist/chart.min.js");
    Shelf shelf = new Shelf(List.copyOf(AddedLibraries.in(folder).keySet()));

    Shelf.StandIn found =
        CdnAddress.of("https://cdn.jsdelivr.net/npm/chart.js@3.9.1/dist/chart.min.js")
            .flatMap(shelf::standIn)
            .orElseThrow();

    assertThat(found.same()).isTrue();
    assertThat(found.library().sha384())
        .isEqualTo("OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
  }

  @Test
  void a_folder_that_is_not_there_is_said_so() {
    assertThatThrownBy(() -> AddedLibraries.in(folder.resolve("nowhere")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("live.libraries.folder is '")
        .hasMessageContaining("no folder that can be read");
  }

  private void put(String path) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
  }
}
