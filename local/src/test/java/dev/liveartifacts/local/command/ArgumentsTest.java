package dev.liveartifacts.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
  private static final Path HOME = Path.of("/checkout");

  @Test
  void without_options_the_data_lies_in_the_checkout_and_the_port_is_8080() {
    Arguments arguments = Arguments.parse(List.of("up"), HOME);

    assertThat(arguments)
        .isEqualTo(new Arguments("up", 8080, Path.of("/checkout/.live"), false, false));
  }

  @Test
  void every_option_is_understood_in_any_order() {
    Arguments arguments =
        Arguments.parse(
            List.of("up", "--fresh", "--port", "9000", "--detach", "--data", "/data"), HOME);

    assertThat(arguments).isEqualTo(new Arguments("up", 9000, Path.of("/data"), true, true));
  }

  @Test
  void a_mistyped_option_is_named_in_a_sentence() {
    assertThatThrownBy(() -> Arguments.parse(List.of("up", "--prot", "1"), HOME))
        .hasMessage("There is no --prot: ./live help lists what there is.");
    assertThatThrownBy(() -> Arguments.parse(List.of("up", "--port", "many"), HOME))
        .hasMessage("--port has to be a number, not many.");
    assertThatThrownBy(() -> Arguments.parse(List.of("up", "--port"), HOME))
        .hasMessage("--port needs a value.");
  }
}
