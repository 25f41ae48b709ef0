package dev.liveartifacts.artifact.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SightTest {
  private static final UUID OWNER = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  @ParameterizedTest
  @CsvSource({
    // who looks, the workspace's connection, shown by the owner: whether it is seen
    "owner, false, false, true",
    "owner, true,  false, true",
    "owner, false, true,  true",
    "owner, true,  true,  true",
    "other, false, false, false",
    "other, true,  false, true",
    "other, false, true,  true",
    "other, true,  true,  true",
  })
  void row_10_kept_answers_are_seen_by_those_for_whom_they_are(
      String who, boolean shared, boolean shown, boolean seen) {
    UUID person = who.equals("owner") ? OWNER : OTHER;

    assertThat(Sight.covers(person, OWNER, shared, shown)).isEqualTo(seen);
  }
}
