package dev.liveartifacts.artifact.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.upstream.Service;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForwardTest {
  @ParameterizedTest
  @CsvSource({
    "GET,    /api/connectors,                 CONNECTOR",
    "POST,   /api/connectors,                 CONNECTOR",
    "POST,   /api/connectors/check,           CONNECTOR",
    "GET,    /api/connectors/0b0e-11/tools,   CONNECTOR",
    "GET,    /api/schedules,                  SCHEDULER",
    "PATCH,  /api/schedules/0b0e-11,          SCHEDULER",
    "POST,   /api/schedules/0b0e-11/run,      SCHEDULER",
    "POST,   /api/schedules/reading,          SCHEDULER",
  })
  void the_two_names_are_forwarded_as_they_are(String method, String path, Service service) {
    assertThat(Forward.of(method, path)).contains(new Forward(service, path));
  }

  @ParameterizedTest
  @CsvSource({
    "POST,    /api/schedules",
    "POST,    /api/schedules/",
    "GET,     /calls",
    "POST,    /api/connectorsx",
    "POST,    /api/connectors/../../calls",
    "POST,    /api/connectors/./calls",
    "POST,    /api/connectors/..%2f..%2fcalls",
    "POST,    /api/connectors//calls",
    "POST,    /api/connectors/a b",
    "POST,    /api/connectors/a;b",
    "CONNECT, /api/connectors",
    "TRACE,   /api/connectors",
    "OPTIONS, /api/connectors",
    "PUT,     /delegations/0b0e",
  })
  void row_12_nothing_else_is_forwarded(String method, String path) {
    assertThat(Forward.of(method, path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,    /api/connectors,                         true",
    "GET,    /api/connectors/0b0e-11,                 true",
    "GET,    /api/connectors/0b0e-11/signin,          true",
    "GET,    /api/connectors/signin/callback,         true",
    "PUT,    /api/connectors/0b0e-11/connection,      true",
    "DELETE, /api/connectors/0b0e-11/connection,      true",
    "GET,    /api/schedules,                          true",
    "POST,   /api/connectors,                         false",
    "POST,   /api/connectors/check,                   false",
    "DELETE, /api/connectors/0b0e-11,                 false",
    "GET,    /api/connectors/0b0e-11/tools,           false",
    "POST,   /api/connectors/0b0e-11/probe,           false",
    "POST,   /api/connectors/0b0e-11/signin,          false",
    "GET,    /api/connectors/0b0e-11/signin/callback/x, false",
    "GET,    /api/connectors/shapes/a/to/b,           false",
  })
  void a_guest_signs_in_to_sources_and_looks_at_none(String method, String path, boolean allowed) {
    assertThat(Forward.of(method, path).orElseThrow().takes(method).isEmpty()).isEqualTo(allowed);
  }
}
