package dev.liveartifacts.artifact.apitoken;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "GET,    /api/artifacts,                    READ",
    "HEAD,   /api/artifacts/1,                  READ",
    "GET,    /api/connectors,                   READ",
    "GET,    /api/schedules/runs,               READ",
    "POST,   /api/artifacts,                    WRITE",
    "PATCH,  /api/artifacts/1,                  WRITE",
    "DELETE, /api/artifacts/1,                  WRITE",
    "POST,   /api/artifacts/1/calls,            WRITE",
    "POST,   /api/connectors,                   WRITE",
    "PATCH,  /api/schedules/1,                  WRITE",
    "DELETE, /api/schedules/1/run,              WRITE",
    "POST,   /api/schedules/1/run,              REFRESH",
    "POST,   /api/schedules/runs/1/retry,       REFRESH",
    "POST,   /api/schedules/runs/1/retry/more,  WRITE"
  })
  void each_request_needs_one_scope(String method, String path, Scope needed) {
    assertThat(Scope.of(method, path)).contains(needed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/tokens",
        "/api/tokens/1",
        "/api/sessions",
        "/api/sessions/1",
        "/api/admin/people/1/sessions",
        "/api/admin/audit",
        "/api/connectors/1/signin",
        "/api/connectors/signin/callback",
        "/mcp",
        "/signin",
        "/api/",
        "/api//tokens",
        "/api/%74okens"
      })
  void what_a_person_does_themselves_is_covered_by_no_scope(String path) {
    assertThat(Scope.of("GET", path)).isEmpty();
    assertThat(Scope.of("POST", path)).isEmpty();
    assertThat(Scope.of("DELETE", path)).isEmpty();
  }
}
