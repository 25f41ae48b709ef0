package dev.liveartifacts.artifact.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  @Test
  void numbers_are_compared_by_value_and_cache_busters_do_not_count() {
    assertThat(same("{\"a\":1,\"_cb\":7}", "{\"a\":1.0,\"_ts\":8}")).isTrue();
    assertThat(same("{\"a\":{\"b\":[1]}}", "{\"a\":{\"b\":[1.0]}}")).isTrue();
    assertThat(same("{\"a\":1}", "{\"a\":\"1\"}")).isFalse();
    assertThat(same("{\"a\":1}", "{}")).isFalse();
  }

  @Test
  void what_depends_on_the_day_is_left_out_wherever_it_stands() {
    assertThat(sameBut("/since", "{\"since\":\"a\",\"x\":1}", "{\"since\":\"b\",\"x\":1}"))
        .isTrue();
    assertThat(sameBut("/since", "{\"since\":\"a\",\"x\":1}", "{\"since\":\"b\",\"x\":2}"))
        .isFalse();
    assertThat(
            sameBut("/f/range/0", "{\"f\":{\"range\":[\"a\",9]}}", "{\"f\":{\"range\":[\"b\",9]}}"))
        .isTrue();
    assertThat(
            sameBut("/f/range/0", "{\"f\":{\"range\":[\"a\",9]}}", "{\"f\":{\"range\":[\"b\",8]}}"))
        .isFalse();
    assertThat(sameBut("/gone/far", "{\"x\":1}", "{\"x\":1}")).isTrue();
    assertThat(sameBut("/a~1b", "{\"a/b\":1}", "{\"a/b\":2}")).isTrue();
  }

  private static boolean same(String one, String other) {
    return Arguments.same(object(one), object(other));
  }

  private static boolean sameBut(String path, String one, String other) {
    return Arguments.sameBut(
        List.of(new RelativeArgument(path, "today")), object(one), object(other));
  }

  private static ObjectNode object(String json) {
    try {
      return Arguments.JSON.readValue(json, ObjectNode.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
