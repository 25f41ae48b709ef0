package dev.liveartifacts.demo.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedTest {
  private final List<String> asked = new ArrayList<>();
  private final Remembered<String, Integer> length =
      new Remembered<>(text -> {
        asked.add(text);
        return text.length();
      });

  @Test
  void the_same_input_is_computed_once() {
    assertThat(length.at("one")).isEqualTo(length.at("one")).isEqualTo(3);

    assertThat(asked).containsExactly("one");
  }

  @Test
  void another_input_is_computed_anew() {
    assertThat(length.at("one")).isEqualTo(3);
    assertThat(length.at("three")).isEqualTo(5);

    assertThat(asked).containsExactly("one", "three");
  }
}
