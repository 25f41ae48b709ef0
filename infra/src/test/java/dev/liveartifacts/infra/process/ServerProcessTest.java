package dev.liveartifacts.infra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProcessTest {
  @TempDir Path directory;

  @Test
  void a_process_that_ends_while_starting_is_reported_with_its_last_words() {
    ServerProcess process = process("Broken");

    process.launch(List.of("sh", "-c", "echo no room left; exit 3"), Map.of());

    assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofSeconds(20)))
        .isInstanceOf(PartFailure.class)
        .hasMessageContaining("Broken ended while starting")
        .hasMessageContaining("no room left");
  }

  @Test
  void a_process_that_never_answers_is_killed_when_its_time_is_up() {
    ServerProcess process = process("Deaf");

    process.launch(List.of("sleep", "600"), Map.of());

    assertThatThrownBy(() -> process.awaitReady(() -> false, Duration.ofMillis(50)))
        .hasMessageContaining("Deaf did not answer");
    assertThat(process.alive()).isFalse();
  }

  @Test
  void a_killed_process_can_be_launched_again() {
    ServerProcess process = process("Phoenix");
    process.launch(List.of("sleep", "600"), Map.of());

    process.kill();
    process.launch(List.of("sleep", "600"), Map.of());

    assertThat(process.alive()).isTrue();
    process.stop();
    assertThat(process.alive()).isFalse();
  }

  @Test
  void a_process_that_runs_is_not_launched_twice() {
    ServerProcess process = process("Single");
    process.launch(List.of("sleep", "600"), Map.of());

    assertThatThrownBy(() -> process.launch(List.of("sleep", "600"), Map.of()))
        .hasMessage("Single runs already.");
    process.kill();
  }

  private ServerProcess process(String name) {
    return new ServerProcess(name, directory.resolve(name + ".log"));
  }
}
