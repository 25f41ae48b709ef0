package dev.liveartifacts.connector.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  @Test
  void every_preset_leads_to_a_server_and_to_the_page_that_confirms_it() {
    assertThat(catalogue.find(""))
        .hasSizeGreaterThanOrEqualTo(15)
        .allSatisfy(preset -> {
          assertThat(preset.key()).matches("[a-z0-9]+(-[a-z0-9]+)*");
          assertThat(preset.name()).isNotBlank().hasSizeLessThanOrEqualTo(80);
          assertThat(preset.purpose()).endsWith(".").hasSizeLessThanOrEqualTo(160);
          assertIsPublicHttps(preset.endpoint());
          assertIsPublicHttps(preset.documentation());
          assertIsPublicHttps(preset.confirmedBy());
        });
  }

  private static void assertIsPublicHttps(String address) {
    URI uri = URI.create(address);
    assertThat(uri.getScheme()).isEqualTo("https");
    assertThat(uri.getHost()).contains(".");
    assertThat(uri.getUserInfo()).isNull();
    assertThat(uri.getFragment()).isNull();
    assertThat(uri.getPort()).isEqualTo(-1);
  }

  @Test
  void no_preset_is_there_twice() {
    assertThat(catalogue.find("")).extracting(Preset::key).doesNotHaveDuplicates();
    assertThat(catalogue.find("")).extracting(Preset::name).doesNotHaveDuplicates();
    assertThat(catalogue.find("")).extracting(Preset::endpoint).doesNotHaveDuplicates();
  }

  @Test
  void a_search_finds_presets_that_hold_all_of_its_words() {
    assertThat(catalogue.find("invoices SUBSCRIPTIONS")).extracting(Preset::key).contains("stripe");
    assertThat(catalogue.find("  jira ")).extracting(Preset::key).contains("atlassian");
    assertThat(catalogue.find("stripe nonsense")).isEmpty();
  }

  @Test
  void a_name_that_begins_with_the_word_comes_first() {
    assertThat(catalogue.find("s")).first().extracting(Preset::name).asString().startsWith("S");
  }
}
