package dev.liveartifacts.artifact.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "gzip, deflate, br | BROTLI",
        "gzip;q=0.8, br;q=0 | GZIP",
        "GZIP | GZIP",
        "deflate | NONE",
        "br;q=1.0 | BROTLI",
        "brx | NONE",
        "- | NONE",
      })
  void the_smallest_that_the_client_takes_is_sent(String accepted, Encoding encoding) {
    assertThat(Encoding.accepted(accepted)).first().isEqualTo(encoding);
  }
}
