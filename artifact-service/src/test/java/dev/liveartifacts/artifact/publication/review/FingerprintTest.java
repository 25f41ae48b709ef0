package dev.liveartifacts.artifact.publication.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  /** The same as in the web app's {@code fingerprint.test.ts}: both sides have to agree. */
  private static final String KNOWN =
      "1ab4cf800d0a924f1367992c616e27c3ad8f4483bbe1c7bf676e10783a0bbc35";

  @Test
  void the_web_app_finds_the_same_name() {
    assertThat(of("{\"b\":[1,2.5,null,true,1e21,-0.0],\"a\":{\"x\":\"ü€😀\",\"y\":0},\"_cb\":9}"))
        .isEqualTo(KNOWN);
  }

  @Test
  void equal_arguments_have_the_same_name_whatever_their_order_and_form() {
    assertThat(of("{\"a\":1,\"b\":\"x\",\"_ts\":7}"))
        .isEqualTo(of("{\"b\":\"x\",\"a\":1.0}"))
        .isNotEqualTo(of("{\"b\":\"x\",\"a\":\"1\"}"));
    assertThat(of("{\"a\":\"s1:b\"}")).isNotEqualTo(of("{\"a\":\"s1:c\"}"));
  }

  @Test
  void what_depends_on_the_day_can_be_left_out() {
    List<String> paths = List.of("/from", "/days/1", "/not/there");

    assertThat(Fingerprint.without(paths, json("{\"from\":\"a\",\"days\":[1,2],\"x\":1}")))
        .isEqualTo(Fingerprint.without(paths, json("{\"from\":\"b\",\"days\":[1,3],\"x\":1}")))
        .isNotEqualTo(Fingerprint.without(paths, json("{\"from\":\"b\",\"days\":[2,3],\"x\":1}")));
  }

  private static String of(String arguments) {
    return Fingerprint.of(json(arguments));
  }

  private static ObjectNode json(String text) {
    try {
      return Parts.JSON.readValue(text, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
