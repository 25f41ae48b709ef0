package dev.liveartifacts.artifact.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShelfTest {
  private static final Shelf SHELF =
      new Shelf(
          List.of(
              file("chart.js", "4.5.0", "dist/chart.umd.js"),
              file("chart.js", "4.5.0", "dist/chart.umd.min.js"),
              file("chart.js", "3.9.1", "dist/chart.js"),
              file("gridjs", "5.0.2", "dist/theme/mermaid.min.css"),
              file("d3", "7.9.2", "dist/d3.min.js"),
              file("papaparse", "5.7.1", "papaparse.min.js"),
              file("mermaid", "11.10.0", "dist/mermaid.min.js")));

  @ParameterizedTest
  @CsvSource({
    "https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js,            chart.js@4.5.0/dist/chart.umd.js,     true",
    "https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.min.js,        chart.js@4.5.0/dist/chart.umd.min.js, true",
    "https://unpkg.com/chart.js@4.5.0/dist/chart.umd.js,                       chart.js@4.5.0/dist/chart.umd.js,     true",
    "//cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js,                  chart.js@4.5.0/dist/chart.umd.js,     true",
    "https://cdn.jsdelivr.net/npm/chart.js@4.4.1/dist/chart.umd.js,            chart.js@4.5.0/dist/chart.umd.js,     false",
    "https://cdn.jsdelivr.net/npm/chart.js@4/dist/chart.umd.js,                chart.js@4.5.0/dist/chart.umd.js,     false",
    "https://cdn.jsdelivr.net/npm/chart.js@3.7.0/dist/chart.min.js,            chart.js@3.9.1/dist/chart.js,         false",
    "https://cdn.jsdelivr.net/npm/chart.js,                                    chart.js@4.5.0/dist/chart.umd.js,     false",
    "https://cdn.jsdelivr.net/npm/chart.js@^4.3,                               chart.js@4.5.0/dist/chart.umd.js,     false",
    "https://cdnjs.cloudflare.com/ajax/libs/Chart.js/4.5.0/chart.umd.min.js,   chart.js@4.5.0/dist/chart.umd.js,     false",
    "https://cdnjs.cloudflare.com/ajax/libs/PapaParse/5.4.1/papaparse.min.js,  papaparse@5.7.1/papaparse.min.js,     false",
    "https://cdnjs.cloudflare.com/ajax/libs/d3/7.8.5/d3.min.js,                d3@7.9.2/dist/d3.min.js,              false",
    "https://unpkg.com/gridjs/dist/theme/mermaid.min.css,                      gridjs@5.0.2/dist/theme/mermaid.min.css, false",
    "https://cdn.jsdelivr.net/npm/mermaid@10/dist/mermaid.min.js?x=1,          mermaid@11.10.0/dist/mermaid.min.js,  false",
  })
  void a_public_address_leads_to_the_nearest_file_of_ours(String url, String path, boolean same) {
    assertThat(CdnAddress.of(url).flatMap(SHELF::standIn))
        .hasValueSatisfying(found -> {
          assertThat(found.library().path()).isEqualTo(path);
          assertThat(found.same()).isEqualTo(same);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cdn.jsdelivr.net/npm/left-pad@1.0.0/index.js",
        "https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/plugins.js",
        "https://cdn.jsdelivr.net/npm/mermaid@11/dist/mermaid.esm.min.mjs",
        "https://cdn.jsdelivr.net.evil.test/npm/chart.js@4.5.0/dist/chart.umd.js",
        "https://evil.test/?https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js",
        "https://esm.sh/chart.js@4.5.0",
        "javascript:alert(1)",
        "chart.umd.js",
        ""
      })
  void what_is_not_on_the_shelf_has_no_stand_in(String url) {
    assertThat(CdnAddress.of(url).flatMap(SHELF::standIn)).isEmpty();
  }

  private static Library file(String name, String version, String file) {
    String type = file.endsWith(".css") ? "text/css" : "text/javascript";
    return new Library(name, version, file, "/lib/" + name + "@" + version + "/" + file, "x", type);
  }
}
