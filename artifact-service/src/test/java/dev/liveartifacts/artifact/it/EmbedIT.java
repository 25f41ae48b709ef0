package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmbedIT extends RunningService {
  private static final String INTRANET = Neighbours.SITES.getFirst();
  private static final String WIKI = Neighbours.SITES.getLast();

  @Test
  void an_artifact_is_framed_where_its_owner_and_the_workspace_both_allow_it() {
    String id = createGranted("ben");
    embedded("ben", id, List.of(INTRANET))
        .statusCode(200)
        .body("origins", equalTo(List.of(INTRANET)))
        .body("allowed", equalTo(List.of(INTRANET, WIKI)));

    Response framed = as("ben").get("/a/{id}?embed", id);
    framed.then().statusCode(200).header("X-Frame-Options", equalTo(null));
    assertThat(framed.headers().getValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("frame-ancestors " + INTRANET + ";", "frame-src " + sandbox + "/p/;");
    String ticket =
        as("ben")
            .body(Map.of())
            .post("/api/artifacts/{id}/tickets", id)
            .then()
            .extract()
            .path("url");
    onSandbox()
        .get(URI.create(ticket).getPath())
        .then()
        .header(
            "Content-Security-Policy",
            containsString("frame-ancestors " + app + " " + INTRANET + ";"));

    embedded("ben", id, List.of()).statusCode(200);
    as("ben")
        .get("/a/{id}?embed", id)
        .then()
        .header("X-Frame-Options", equalTo("DENY"))
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
  }

  @Test
  void without_asking_for_it_nothing_is_framed() {
    String id = createGranted("ben");
    embedded("ben", id, List.of(INTRANET)).statusCode(200);

    for (String address : List.of("/a/" + id, "/", "/connectors?embed", "/?embed")) {
      as("ben")
          .get(address)
          .then()
          .header("X-Frame-Options", equalTo("DENY"))
          .header("Content-Security-Policy", containsString("frame-ancestors 'none'"));
    }
  }

  @Test
  void who_may_not_open_it_learns_nothing_of_it_and_only_its_owner_chooses() {
    String id = createGranted("ben");
    share("ben", id, "cleo@acme.test", "editor");
    embedded("ben", id, List.of(WIKI)).statusCode(200);
    String both = "frame-ancestors " + INTRANET + " " + WIKI + ";";
    String none = "00000000-0000-4000-8000-000000000000";

    for (String address : List.of(id, none)) {
      nobody()
          .get("/a/{id}?embed", address)
          .then()
          .header("Content-Security-Policy", containsString(both));
      as("stranger")
          .get("/a/{id}?embed", address)
          .then()
          .header("Content-Security-Policy", containsString(both));
    }
    as("cleo")
        .get("/a/{id}?embed", id)
        .then()
        .header("Content-Security-Policy", containsString("frame-ancestors " + WIKI + ";"));
    embedded("cleo", id, List.of()).statusCode(403);
    embedded("stranger", id, List.of()).statusCode(404);
    embedded("ben", id, List.of("https://evil.example"))
        .statusCode(400)
        .body("detail", containsString("live.embed.origins"));
    embedded("ben", id, List.of("javascript:alert(1)")).statusCode(400);
  }

  private ValidatableResponse embedded(String person, String id, List<String> sites) {
    return as(person).body(Map.of("origins", sites)).put("/api/artifacts/{id}/embed", id).then();
  }
}
