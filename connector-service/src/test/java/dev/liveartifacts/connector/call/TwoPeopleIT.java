package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.connector.testing.Api;
import dev.liveartifacts.connector.testing.McpTestServer;
import dev.liveartifacts.connector.testing.ServiceUnderTest;
import dev.liveartifacts.infra.Infra;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People at one connector, over a real Redis, in whatever order chance brings. The server answers
 * with the token it was asked with, so that every answer shows whose it is.
 */
@QuarkusTest
@ServiceUnderTest
class TwoPeopleIT {
  private static final int STEPS = 60;

  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final AtomicInteger tokens = new AtomicInteger();
  private McpTestServer server;

  @BeforeEach
  void begin() {
    Infra.shared().reset("connector");
    server = new McpTestServer();
    server.always(TwoPeopleIT::answer);
  }

  @AfterEach
  void end() {
    server.close();
    threads.shutdownNow();
  }

  /** The stateless protocol, late by chance. */
  private static void answer(HttpServerRequest request, Object id) {
    String result =
        switch (String.valueOf(request.getHeader("Mcp-Method"))) {
          case "server/discover" ->
              "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{}}}";
          case "tools/list" ->
              new JsonObject()
                  .put(
                      "tools",
                      new JsonArray()
                          .add(
                              new JsonObject()
                                  .put("name", "whoami")
                                  .put("inputSchema", new JsonObject().put("type", "object"))
                                  .put("annotations", new JsonObject().put("readOnlyHint", true))))
                  .encode();
          default -> McpTestServer.text(String.valueOf(request.getHeader("Authorization")));
        };
    long late = ThreadLocalRandom.current().nextLong(1, 25);
    Objects.requireNonNull(Vertx.currentContext())
        .owner()
        .setTimer(
            late,
            timer ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .end(McpTestServer.message(id, result)));
  }

  /** One person's doings, one after the other; calls come two at a time. */
  private final class Doings {
    private final String person;
    private final Api api;
    private final String connector;
    private final Random random;
    private final List<String> wrong = new ArrayList<>();
    private int token;
    private boolean signedIn;

    Doings(String person, String connector, long seed) {
      this.person = person;
      this.api = Api.as(person);
      this.connector = connector;
      this.random = new Random(seed);
    }

    List<String> run() {
      for (int i = 0; i < STEPS; i++) {
        switch (random.nextInt(8)) {
          case 0 -> signIn();
          case 1 -> signOut();
          default -> call();
        }
      }
      return wrong;
    }

    private void signIn() {
      token = tokens.incrementAndGet();
      int status =
          api.request()
              .body(new JsonObject().put("secret", person + "-" + token).encode())
              .put("/api/connectors/" + connector + "/connection")
              .statusCode();
      note(status / 100 == 2, "signing in ended with " + status);
      signedIn = true;
    }

    private void signOut() {
      int status =
          api.request().delete("/api/connectors/" + connector + "/connection").statusCode();
      note(status / 100 == 2 || !signedIn, "signing out ended with " + status);
      signedIn = false;
    }

    private void call() {
      String freshness = random.nextBoolean() ? "cached" : "live";
      var other = CompletableFuture.supplyAsync(() -> asked(freshness), threads);
      judge(asked("cached"));
      judge(other.join());
    }

    private JsonPath asked(String freshness) {
      return api.call(connector, "whoami", new JsonObject(), freshness).jsonPath();
    }

    private void judge(JsonPath answer) {
      String text = answer.getString("result.content[0].text");
      if (signedIn) {
        note(
            text.equals("Bearer " + person + "-" + token),
            "with token %d the answer was %s".formatted(token, text));
      } else {
        note(
            "needs_reauth".equals(answer.getString("error.code")),
            "signed out, the answer was " + text);
      }
    }

    private void note(boolean good, String otherwise) {
      if (!good) {
        wrong.add(person + ": " + otherwise);
      }
    }
  }

  private String connector(String connectionScope) {
    return Api.as("ada")
        .add(
            new JsonObject()
                .put("name", "CRM")
                .put("endpoint", server.endpoint())
                .put("scope", "workspace")
                .put("signIn", "bearer")
                .put("secret", "ada-0")
                .put("connectionScope", connectionScope))
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  @Test
  void row_10_two_people_at_one_connector_never_see_one_anothers_results() {
    long seed = new Random().nextLong();
    String id = connector("person");

    List<CompletableFuture<List<String>>> people =
        List.of("ada", "ben", "cleo").stream()
            .map(person -> new Doings(person, id, seed + person.hashCode()))
            .peek(Doings::signIn)
            .map(doings -> CompletableFuture.supplyAsync(doings::run, threads))
            .toList();

    assertThat(people.stream().flatMap(wrong -> wrong.join().stream()))
        .as("seed %d", seed)
        .isEmpty();
  }

  @Test
  void the_workspaces_connection_is_shared_and_one_persons_is_not() {
    String shared = connector("workspace");
    Api.as("ada").call(shared, "whoami");
    assertThat(Api.as("ben").call(shared, "whoami").jsonPath().getBoolean("cached")).isTrue();

    String own = connector("person");
    Doings ada = new Doings("ada", own, 1);
    Doings ben = new Doings("ben", own, 1);
    ada.signIn();
    ben.signIn();
    ada.asked("cached");
    assertThat(ada.asked("cached").getBoolean("cached")).isTrue();
    assertThat(ben.asked("cached").getBoolean("cached")).isFalse();
    ben.judge(ben.asked("cached"));
    assertThat(ben.wrong).isEmpty();
  }
}
