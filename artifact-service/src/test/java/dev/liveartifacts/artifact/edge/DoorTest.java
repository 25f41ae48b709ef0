package dev.liveartifacts.artifact.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorTest {
  private static final Door LOCAL = door("http://localhost:8080", "http://127.0.0.1:8080");
  private static final Door DEPLOYED =
      door("https://live.example.com", "https://pages.example.com");

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, /,                    APP",
    "localhost:8080, /api/me,              APP",
    "localhost:8080, /a/0b0e,              ARTIFACT",
    "localhost:8080, /a,                   SCREEN",
    "localhost:8080, /connectors/0b0e,     SCREEN",
    "localhost:8080, /connectorsx,         NOWHERE",
    "localhost:8080, /assets/index-1.js,   APP",
    "localhost:8080, /mark.svg,            APP",
    "localhost:8080, /signin,              APP",
    "localhost:8080, /signin/done,         APP",
    "localhost:8080, /oauth/client.json,   APP",
    "localhost:8080, /q/health/ready,      MACHINE",
    "localhost:8080, /p/ticket,            NOWHERE",
    "localhost:8080, /lib/index.json,      NOWHERE",
    "localhost:8080, /runtime/bridge.js,   NOWHERE",
    "localhost:8080, /api,                 NOWHERE",
    "localhost:8080, /q/dev,               NOWHERE",
    "127.0.0.1:8080, /p/ticket,            SANDBOX",
    "127.0.0.1:8080, /lib/d3@7/d3.js,      SANDBOX",
    "127.0.0.1:8080, /,                    NOWHERE",
    "127.0.0.1:8080, /api/me,              NOWHERE",
    "127.0.0.1:8080, /index.html,          NOWHERE",
    "127.0.0.1:8080, /signin,              NOWHERE",
    "127.0.0.1:8080, /q/health,            NOWHERE",
    "evil.test,      /,                    NOWHERE",
    "evil.test,      /api/me,              NOWHERE",
    "evil.test,      /p/ticket,            NOWHERE",
    "10.0.0.7:8080,  /q/health/live,       MACHINE",
  })
  void row_4_each_host_answers_only_what_is_its_own(String host, String path, Door.Way way) {
    assertThat(LOCAL.way(host, path, path)).isEqualTo(way);
  }

  @ParameterizedTest
  @CsvSource({
    "live.example.com,     /q/health,   NOWHERE",
    "live.example.com,     /q/metrics,  NOWHERE",
    "live.example.com:443, /api/me,     APP",
    "LIVE.example.com,     /api/me,     APP",
    "pages.example.com,    /p/ticket,   SANDBOX",
    "10.0.0.7:8080,        /q/metrics,  MACHINE",
    "live.example.com:80,  /api/me,     NOWHERE",
  })
  void probes_and_metrics_are_not_for_the_public(String host, String path, Door.Way way) {
    assertThat(DEPLOYED.way(host, path, path)).isEqualTo(way);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/x/../me,            /api/me",
    "/a/%2e%2e/api/me,        /api/me",
    "/api/connectors/%2F,     /api/connectors/%2F",
    "/api/connectors/..%2f..,  /api/connectors/..%2f..",
    "/api/connectors%5c..,    /api/connectors%5c..",
    "/api//me,                /api//me",
    "/api/me;x=1,             /api/me;x=1",
    "/api/%6de,               /api/me",
  })
  void row_12_an_address_has_one_spelling(String path, String normalPath) {
    assertThat(LOCAL.way("localhost:8080", path, normalPath)).isEqualTo(Door.Way.NOWHERE);
  }

  @ParameterizedTest
  @CsvSource(value = "NIL, /", nullValues = "NIL")
  void a_request_without_a_host_is_refused(String host, String path) {
    assertThat(LOCAL.way(host, path, path)).isEqualTo(Door.Way.NOWHERE);
  }

  private static Door door(String app, String sandbox) {
    return new Door(new Origins(Origin.of(URI.create(app)), Origin.of(URI.create(sandbox))));
  }
}
