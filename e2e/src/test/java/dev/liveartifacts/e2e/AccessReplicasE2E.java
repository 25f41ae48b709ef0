package dev.liveartifacts.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.local.system.Replica;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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
    try (EventStream page = opened(artifact, Person.BEN)) {
      ada.delete("/api/artifacts/" + artifact + "/shares/" + share);

      assertThat(page.hears("revoked", SOON)).isTrue();
    }
    assertThat(opens(artifact, Person.BEN)).isFalse();
  }

  @Test
  void a_share_that_ends_by_itself_ends_a_page_that_is_open_at_another_replica() {
    String artifact = ada.saves(PAGE);
    Instant end = Instant.now().plusSeconds(4);
    share(artifact, Map.of("expiresAt", end.toString()));
    try (EventStream page = opened(artifact, Person.BEN)) {
      assertThat(page.hears("revoked", Duration.between(Instant.now(), end.plus(SOON)))).isTrue();
      assertThat(Instant.now()).isAfterOrEqualTo(end);
    }
    assertThat(opens(artifact, Person.BEN)).isFalse();
  }

  @Test
  void an_artifact_that_is_reassigned_is_closed_for_whoever_had_it_at_another_replica() {
    visit.as(Person.CLEO).get("/api/me");
    String cleo = ada.get("/api/admin/people?query=cleo").get("items").get(0).get("id").asText();
    String artifact = ben.saves(PAGE);
    try (EventStream page = opened(artifact, Person.BEN)) {
      ada.post("/api/admin/artifacts/" + artifact + "/owner", Map.of("personId", cleo));

      assertThat(page.hears("revoked", SOON)).isTrue();
    }
    assertThat(opens(artifact, Person.BEN)).isFalse();
    assertThat(opens(artifact, Person.CLEO)).isTrue();
  }

  private String share(String artifact, Map<String, Object> more) {
    Map<String, Object> share =
        new HashMap<>(Map.of("kind", "person", "email", Person.BEN.email(), "role", "viewer"));
    share.putAll(more);
    return ada.post("/api/artifacts/" + artifact + "/shares", share).get("id").asText();
  }

  private EventStream opened(String artifact, Person person) {
    EventStream page = stream(artifact, person);
    assertThat(page.hears("listening", PATIENCE)).isTrue();
    return page;
  }

  private boolean opens(String artifact, Person person) {
    try (EventStream page = stream(artifact, person)) {
      return page.hears("listening", Duration.ofSeconds(2));
    }
  }

  private EventStream stream(String artifact, Person person) {
    return new EventStream(
        URI.create(other.url()),
        URI.create(visit.system.appUrl()),
        artifact,
        visit.system.accessToken(person.id()));
  }
}
