package dev.liveartifacts.artifact.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.artifact.edge.Origin;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitesTest {
  private static final Origin APP = Origin.of(URI.create("https://live.example.com"));
  private static final Origin ONE_MACHINE = Origin.of(URI.create("http://localhost:8080"));

  @Test
  void sites_are_told_as_browsers_tell_them_each_once() {
    assertThat(Sites.of(List.of(" https://WWW.Example.com/ ", "https://www.example.com:443"), APP))
        .containsExactly("https://www.example.com");
    assertThat(Sites.of(List.of("http://127.0.0.1:9000"), ONE_MACHINE))
        .containsExactly("http://127.0.0.1:9000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "https://*.example.com",
        "http://www.example.com",
        "http://localhost:9000",
        "https://a.example/b",
        "https://a.example?b",
        "https://u@a.example",
        "https://a.example; script-src *",
        "https://a.example 'unsafe-inline'",
        "data:text/html,x",
        "null"
      })
  void what_is_no_https_site_is_refused_by_name(String site) {
    assertThatThrownBy(() -> Sites.of(List.of(site), APP))
        .hasMessageContaining("address of a site");
  }

  @Test
  void there_is_a_most() {
    assertThatThrownBy(() -> Sites.of(Collections.nCopies(21, "https://a.example"), APP))
        .hasMessageContaining("20 sites");
  }
}
