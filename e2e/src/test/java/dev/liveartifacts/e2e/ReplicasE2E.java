package dev.liveartifacts.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.local.system.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas of connector-service or artifact-service, each in a process of its own. */
@ExtendWith(RunningSystem.class)
class ReplicasE2E {
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final int READERS = 50;
  private static final int LONG_ENOUGH_FOR_ALL_TO_ASK = 3_000;

  private final Visit visit;

  ReplicasE2E(Visit visit) {
    this.visit = visit;
  }

  @ParameterizedTest
  @ValueSource(strings = {"cached", "live"})
  void two_replicas_make_one_upstream_call_for_fifty_equal_requests_at_once(String freshness)
      throws Exception {
    String token = visit.system.accessToken(Person.ADA.id());
    Api acme = new Api(visit.system.demoUrl(), null);
    try (var replica = visit.system.connectorReplica();
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
      Api one = new Api(visit.system.connectorServiceUrl(), token);
      Api two = new Api(replica.url(), token);
      List.of(one, two).forEach(each -> each.post("/calls", call("cached", 200)));
      acme.put("/faults/crm", Map.of("mode", "ok", "delayMillis", LONG_ENOUGH_FOR_ALL_TO_ASK));
      acme.delete("/counts");
      Map<String, Object> call = call(freshness, freshness.length());

      List<Callable<JsonNode>> asked =
          IntStream.range(0, READERS)
              .<Callable<JsonNode>>mapToObj(
                  i -> () -> (i % 2 == 0 ? one : two).post("/calls", call))
              .toList();
      List<JsonNode> answers = readers.invokeAll(asked).stream().map(Future::resultNow).toList();

      assertThat(answers)
          .allSatisfy(it -> assertThat(it.get("outcome").asText()).isEqualTo("fresh"));
      assertThat(answers.stream().map(it -> it.get("result")).distinct()).hasSize(1);
      assertThat(acme.get("/counts").get("crm").get("list_deals").asInt()).isEqualTo(1);
    } finally {
      acme.delete("/faults");
    }
  }

  @Test
  void a_session_that_one_replica_ends_is_over_at_the_other_within_five_seconds() {
    String artifact = visit.as(Person.BEN).saves("<!doctype html><title>Two</title>");
    try (var replica = visit.system.artifactReplica();
        BrowserContext window = visit.stranger()) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl());
      Visit.signInFrom(page, Person.BEN);
      String cookies =
          window.cookies().stream()
              .map(cookie -> cookie.name + "=" + cookie.value)
              .collect(Collectors.joining("; ", "Cookie: ", ""));
      String events = "/api/events?artifact=" + artifact;
      try (ReplicaLine stream = at(replica, events, cookies)) {
        assertThat(at(replica, "/api/me", cookies).status()).isEqualTo(200);
        assertThat(stream.says("listening")).isTrue();

        Instant ended = Instant.now();
        page.evaluate("() => fetch('/api/sessions', { method: 'DELETE' })");
        visit.signsInAnew(Person.BEN);

        assertThat(stream.says("signedout")).isTrue();
        Awaitility.await()
            .atMost(SOON)
            .until(() -> at(replica, "/api/me", cookies).status() == 401);
        assertThat(Duration.between(ended, Instant.now())).isLessThan(SOON);
      }
    }
  }

  @Test
  void a_token_that_is_revoked_at_one_replica_opens_nothing_at_the_other_within_five_seconds() {
    Api ben = visit.as(Person.BEN);
    try (var replica = visit.system.artifactReplica()) {
      JsonNode made =
          ben.post(
              "/api/tokens",
              Map.of(
                  "name",
                  "Two replicas",
                  "scopes",
                  List.of("read"),
                  "expiresAt",
                  Instant.now().plus(Duration.ofDays(1)).toString()));
      String token = "Authorization: Bearer " + made.get("secret").asText();
      assertThat(at(replica, "/api/me", token).status()).isEqualTo(200);
      // the other services know the key of each replica
      assertThat(at(replica, "/api/connectors", token).status()).isEqualTo(200);

      ben.delete("/api/tokens/" + made.get("id").asText());

      Awaitility.await().atMost(SOON).until(() -> at(replica, "/api/me", token).status() == 401);
    }
  }

  private ReplicaLine at(Replica replica, String path, String header) {
    return new ReplicaLine(
        replica.url(), visit.system.appUrl(), path, header, Duration.ofSeconds(10));
  }

  private Map<String, Object> call(String freshness, int limit) {
    return Map.of(
        "artifactId",
        "0198a0c0-0000-7000-8000-000000000003",
        "connectorId",
        visit.as(Person.ADA).connector("Acme CRM"),
        "tool",
        "list_deals",
        "arguments",
        Map.of("limit", limit),
        "freshness",
        freshness);
  }
}
