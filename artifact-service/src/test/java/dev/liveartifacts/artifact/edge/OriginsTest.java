package dev.liveartifacts.artifact.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OriginsTest {
  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080,     http://localhost:8080,   give pages another host name",
    "https://a.test,            https://a.test:443,      give pages another host name",
    "https://a.test,            http://127.0.0.1,        have to be both https",
    "http://a.test,             http://b.test,           only localhost may be",
  })
  void contradictory_origins_stop_the_service_with_a_sentence(
      String app, String sandbox, String sentence) {
    assertThatThrownBy(() -> origins(app, sandbox)).hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "live.test",
        "https://a.test/path",
        "ftp://a.test",
        "https://u@a.test",
        "https://a.test?x"
      })
  void what_is_no_origin_is_refused(String text) {
    assertThatThrownBy(() -> Origin.of(URI.create(text))).hasMessageContaining("is not an origin");
  }

  @Test
  void the_default_port_is_left_out() {
    assertThat(Origin.of(URI.create("HTTPS://Live.Test:443/"))).hasToString("https://live.test");
  }

  private static Origins origins(String app, String sandbox) {
    return new Origins(Origin.of(URI.create(app)), Origin.of(URI.create(sandbox)));
  }
}
