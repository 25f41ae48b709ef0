package dev.liveartifacts.artifact.authoring.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SealTest {
  @Test
  void what_is_sealed_is_opened_by_whoever_has_the_secret_and_by_nobody_else() {
    String sealed = new Seal("one").sealed("a token");

    assertThat(sealed).doesNotContain("token");
    assertThat(new Seal("one").opened(sealed)).isEqualTo("a token");
    assertThatThrownBy(() -> new Seal("another").opened(sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not sealed with this deployment's secret");
  }

  @Test
  void the_same_text_is_never_sealed_the_same_way() {
    Seal seal = new Seal("one");

    assertThat(seal.sealed("a token")).isNotEqualTo(seal.sealed("a token"));
  }
}
