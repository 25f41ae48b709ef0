package dev.liveartifacts.artifact.mcpserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final UUID ADA = new UUID(0, 1);
  private static final UUID BEN = new UUID(0, 2);

  @Test
  void row_19_one_persons_requests_never_take_the_room_of_another() {
    Turns turns = new Turns(2);

    assertThat(turns.take(ADA)).isTrue();
    assertThat(turns.take(ADA)).isTrue();
    assertThat(turns.take(ADA)).isFalse();
    assertThat(turns.take(ADA)).isFalse();
    assertThat(turns.take(BEN)).isTrue();

    turns.giveBack(ADA);
    assertThat(turns.take(ADA)).isTrue();
    assertThat(turns.take(ADA)).isFalse();
  }
}
