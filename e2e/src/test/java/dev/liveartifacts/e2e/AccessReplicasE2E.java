package dev.liveartifacts.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.local.system.Replica;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What ends at one replica of artifact-service ends for pages that are open at another. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessReplicasE2E {
  private static final String PAGE = "<!doctype html><title>Open elsewhere</title><p>Open</p>";
  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Visit visit;
  private final Api ada;
  private final Api ben;
  private Replica other;

  AccessReplicasE2E(Visit visit) {
    this.visit = visit;
    this.ada = visit.as(Person.ADA);
    this.ben = visit.as(Person.BEN);
  }

  @BeforeAll
  void a_second_replica_runs() {
    other = visit.system.artifactReplica();
  }

  @AfterAll
  void it_stops() {
    other.close();
  }

  @Test
  void a_share_that_is_taken_back_ends_a_page_that_is_open_at_another_replica() {
    String artifact = ada.saves(PAGE);
    String share = share(artifact, Map.of());
    try (ReplicaLine page = opened(artifact, Person.BEN)) {
      ada.delete("/api/artifacts/" + artifact + "/shares/" + share);

      assertThat(page.says("revoked", SOON)).isTrue();
    }
    assertThat(opens(artifact, Person.BEN)).isFalse();
  }

  @Test
  void a_share_that_ends_by_itself_ends_a_page_that_is_open_at_another_replica() {
    String artifact = ada.saves(PAGE);
    Instant end = Instant.now().plusSeconds(4);
    share(artifact, Map.of("expiresAt", end.toString()));
    try (ReplicaLine page = opened(artifact, Person.BEN)) {
      assertThat(page.says("revoked", Duration.between(Instant.now(), end.plus(SOON)))).isTrue();
      assertThat(Instant.now()).isAfterOrEqualTo(end);
    }
    assertThat(opens(artifact, Person.BEN)).isFalse();
  }

  @Test
  void an_artifact_that_is_reassigned_is_closed_for_whoever_had_it_at_another_replica() {
    visit.as(Person.CLEO).get("/api/me");
    String cleo = ada.get("/api/admin/people?query=cleo").get("items").get(0).get("id").asText();
    String artifact = ben.saves(PAGE);
    try (ReplicaLine page = opened(artifact, Person.BEN)) {
      ada.post("/api/admin/artifacts/" + artifact + "/owner", Map.of("personId", cleo));

      assertThat(page.says("revoked", SOON)).isTrue();
    }
    assertThat(opens(artifact, Person.BEN)).isFalse();
    assertThat(opens(artifact, Person.CLEO)).isTrue();
  }

  @Test
  void a_session_that_is_ended_takes_a_page_along_that_is_open_at_another_replica() {
    String artifact = ben.saves(PAGE);
    try (BrowserContext window = visit.stranger()) {
      Page page = window.newPage();
      page.navigate(visit.system.appUrl());
      Visit.signInFrom(page, Person.BEN);
      String cookies =
          window.cookies().stream()
              .map(cookie -> cookie.name + "=" + cookie.value)
              .collect(Collectors.joining("; ", "Cookie: ", ""));
      assertThat(status("/api/me", cookies)).isEqualTo(200);
      try (ReplicaLine stream = at("/api/events?artifact=" + artifact, cookies)) {
        assertThat(stream.says("listening", PATIENCE)).isTrue();

        page.evaluate("() => fetch('/api/sessions', { method: 'DELETE' })");

        assertThat(stream.says("signedout", SOON)).isTrue();
        Awaitility.await().atMost(SOON).until(() -> status("/api/me", cookies) == 401);
      } finally {
        visit.signsInAnew(Person.BEN);
      }
    }
  }

  @Test
  void a_token_that_is_revoked_opens_nothing_at_another_replica() {
    Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
    JsonNode made =
        ben.post(
            "/api/tokens",
            Map.of(
                "name", "Two replicas",
                "scopes", List.of("read"),
                "expiresAt", tomorrow.toString()));
    String token = "Authorization: Bearer " + made.get("secret").asText();
    assertThat(status("/api/me", token)).isEqualTo(200);
    // the other services know the key of each replica
    assertThat(status("/api/connectors", token)).isEqualTo(200);

    ben.delete("/api/tokens/" + made.get("id").asText());

    Awaitility.await().atMost(SOON).until(() -> status("/api/me", token) == 401);
  }

  private String share(String artifact, Map<String, Object> more) {
    Map<String, Object> share =
        new HashMap<>(Map.of("kind", "person", "email", Person.BEN.email(), "role", "viewer"));
    share.putAll(more);
    return ada.post("/api/artifacts/" + artifact + "/shares", share).get("id").asText();
  }

  private ReplicaLine opened(String artifact, Person person) {
    ReplicaLine page = stream(artifact, person);
    assertThat(page.says("listening", PATIENCE)).isTrue();
    return page;
  }

  private boolean opens(String artifact, Person person) {
    try (ReplicaLine page = stream(artifact, person)) {
      return page.says("listening", Duration.ofSeconds(2));
    }
  }

  private ReplicaLine stream(String artifact, Person person) {
    return at(
        "/api/artifacts/" + artifact + "/events",
        "Authorization: Bearer " + visit.system.accessToken(person.id()));
  }

  private ReplicaLine at(String path, String header) {
    return new ReplicaLine(other.url(), visit.system.appUrl(), path, header);
  }

  private int status(String path, String header) {
    try (ReplicaLine line = at(path, header)) {
      return line.status();
    }
  }
}
