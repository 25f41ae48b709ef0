package dev.liveartifacts.artifact.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FetchMetadataTest {
  private static final Origin APP = Origin.of(URI.create("https://live.test"));

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // method, Sec-Fetch-Site, Origin, bearer, refused
        "POST,   same-origin, https://live.test,  false, false",
        "POST,   same-site,   https://pages.test, false, true",
        "POST,   cross-site,  https://evil.test,  false, true",
        "POST,   none,        -,                  false, true",
        "POST,   -,           https://live.test,  false, false",
        "POST,   -,           https://evil.test,  false, true",
        "POST,   -,           null,               false, true",
        "POST,   -,           -,                  false, true",
        "DELETE, -,           -,                  false, true",
        "PATCH,  cross-site,  https://live.test,  false, true",
        "GET,    same-origin, -,                  false, false",
        "GET,    none,        -,                  false, false",
        "GET,    same-site,   -,                  false, true",
        "GET,    cross-site,  -,                  false, true",
        "GET,    -,           -,                  false, false",
        "POST,   -,           -,                  true,  false",
        "POST,   cross-site,  https://evil.test,  true,  false",
      })
  void row_21_a_request_of_another_site_is_refused(
      String method, String site, String origin, boolean bearer, boolean refused) {
    assertThat(new FetchMetadata(site, null, origin, bearer).foreign(method, "/api/me", APP))
        .isEqualTo(refused);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /api/connectors/signin/callback,  navigate, false",
    "GET,  /api/connectors/signin/callback,  no-cors,  true",
    "GET,  /api/connectors/signin/callback,  cors,     true",
    "POST, /api/connectors/signin/callback,  navigate, true",
    "GET,  /api/connectors/1/signin,         navigate, true",
    "GET,  /api/connectors/signin/callback/, navigate, true",
  })
  void row_21_a_window_comes_back_from_a_sign_in_server_to_one_place(
      String method, String path, String mode, boolean refused) {
    FetchMetadata metadata = new FetchMetadata("cross-site", mode, null, false);

    assertThat(metadata.foreign(method, path, APP)).isEqualTo(refused);
  }
}
