package dev.liveartifacts.artifact.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.Test;

class HeadersTest {
  @Test
  void cookies_tokens_and_hop_by_hop_headers_stay_here() {
    MultiMap from =
        headers(
            "Cookie", "q_session=secret",
            "Authorization", "Bearer other",
            "Connection", "keep-alive, If-Match",
            "If-Match", "x",
            "Transfer-Encoding", "chunked",
            "X-Forwarded-For", "10.0.0.1",
            "Accept", "application/json");
    MultiMap to = MultiMap.caseInsensitiveMultiMap();

    Headers.request(from, to);

    assertThat(to.names()).containsExactly("Accept");
  }

  @Test
  void a_service_cannot_set_cookies_or_policies_of_the_app() {
    MultiMap from =
        headers(
            "Set-Cookie", "q_session=other",
            "Content-Security-Policy", "default-src *",
            "Access-Control-Allow-Origin", "*",
            "Content-Type", "application/json");
    MultiMap to = MultiMap.caseInsensitiveMultiMap();

    Headers.response(from, to);

    assertThat(to.names()).containsExactly("Content-Type");
  }

  private static MultiMap headers(String... namesAndValues) {
    MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.add(namesAndValues[i], namesAndValues[i + 1]);
    }
    return headers;
  }
}
