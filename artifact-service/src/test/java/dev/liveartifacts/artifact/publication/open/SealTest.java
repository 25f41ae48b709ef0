package dev.liveartifacts.artifact.publication.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final Instant NOW = Instant.parse("2026-11-20T07:00:00Z");
  private final Seal seal = new Seal(new byte[] {1, 2, 3});

  @Test
  void what_was_signed_is_good_for_its_use_until_its_end() {
    String text = seal.until(NOW.plus(Duration.ofMinutes(1)), "page");

    assertThat(seal.holds(text, "page", NOW)).isTrue();
    assertThat(seal.holds(text, "admission", NOW)).isFalse();
    assertThat(seal.holds(text, "page", NOW.plus(Duration.ofMinutes(1)))).isFalse();
    assertThat(text).hasSize(54);
  }

  @Test
  void nobody_else_can_sign_or_lengthen_it() {
    String text = seal.until(NOW.plus(Duration.ofMinutes(1)), "page");
    String later = seal.until(NOW.plus(Duration.ofMinutes(9)), "page");

    assertThat(new Seal(new byte[] {1, 2, 4}).holds(text, "page", NOW)).isFalse();
    assertThat(seal.holds(later.substring(0, 11) + text.substring(11), "page", NOW)).isFalse();
    assertThat(seal.holds("", "page", NOW)).isFalse();
    assertThat(seal.holds("%%%", "page", NOW)).isFalse();
    assertThat(seal.companion(text)).isNotEqualTo(seal.companion(later));
  }
}
