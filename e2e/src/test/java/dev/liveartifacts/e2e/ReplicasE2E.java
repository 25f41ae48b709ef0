package dev.liveartifacts.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.infra.signin.Person;
import dev.liveartifacts.local.system.Replica;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two replicas of connector-service, each in a process of its own. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplicasE2E {
  private static final int READERS = 50;
  private static final int LONG_ENOUGH_FOR_ALL_TO_ASK = 3_000;

  private final Visit visit;
  private Replica replica;

  ReplicasE2E(Visit visit) {
    this.visit = visit;
  }

  @BeforeAll
  void a_second_replica_runs() {
    replica = visit.system.connectorReplica();
  }

  @AfterAll
  void it_stops() {
    replica.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cached", "live"})
  void two_replicas_make_one_upstream_call_for_fifty_equal_requests_at_once(String freshness)
      throws Exception {
    String token = visit.system.accessToken(Person.ADA.id());
    Api acme = new Api(visit.system.demoUrl(), null);
    try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
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
