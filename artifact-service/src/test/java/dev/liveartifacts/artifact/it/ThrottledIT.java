package dev.liveartifacts.artifact.it;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(ThrottledIT.ThreeOfEach.class)
class ThrottledIT extends RunningService {
  @Test
  void one_address_begins_only_so_many_sign_ins_and_everything_else_goes_on() {
    for (int i = 0; i < 3; i++) {
      nobody().get("/signin").then().statusCode(302);
    }

    nobody()
        .get("/signin")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue())
        .body("type", equalTo("urn:live-artifacts:problem:too-many"))
        .body("detail", startsWith("There were too many sign-ins from your network just now."));
    as("ada").get("/api/me").then().statusCode(200);
    nobody().get("/").then().statusCode(not(429));
  }

  @Test
  void looking_for_people_over_and_over_comes_to_an_end_for_whoever_does_it() {
    for (int i = 0; i < 3; i++) {
      as("ben").get("/api/people?query=ad").then().statusCode(200);
    }

    as("ben")
        .get("/api/people?query=ad")
        .then()
        .statusCode(429)
        .header("Retry-After", notNullValue());
    as("cleo").get("/api/people?query=ad").then().statusCode(200);
  }

  /** Makes enough very little. */
  public static final class ThreeOfEach implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("live.throttle.sign-in", "3/1h", "live.throttle.people-search", "3/1h");
    }
  }
}
