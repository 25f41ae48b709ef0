package dev.liveartifacts.connector.replica;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AbsenceTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Absence absence = new Absence(Duration.ofSeconds(1));

  @Test
  void what_is_there_is_asked_by_everyone() {
    assertThat(absence.lets(0)).isTrue();
    assertThat(absence.lets(0)).isTrue();
  }

  @Test
  void what_is_away_is_asked_by_one_after_each_pause() {
    assertThat(absence.begin(0)).isTrue();
    assertThat(absence.begin(0)).isFalse();

    assertThat(absence.lets(SECOND - 1)).isFalse();
    assertThat(absence.lets(SECOND)).isTrue();
    assertThat(absence.lets(SECOND)).isFalse();
    assertThat(absence.lets(2 * SECOND)).isTrue();
  }

  @Test
  void what_is_back_is_asked_by_everyone_again() {
    absence.begin(0);
    absence.end();

    assertThat(absence.isAway()).isFalse();
    assertThat(absence.lets(0)).isTrue();
    assertThat(absence.begin(0)).isTrue();
  }
}
