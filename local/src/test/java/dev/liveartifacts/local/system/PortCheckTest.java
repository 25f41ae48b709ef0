package dev.liveartifacts.local.system;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void a_port_in_use_is_named_with_what_it_is_for_and_what_to_do() throws IOException {
    Ports ports = Ports.free();
    try (ServerSocket other =
        new ServerSocket(ports.redis(), 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> PortCheck.allFree(ports))
          .hasMessageContaining("Port " + other.getLocalPort() + ", meant for Redis, is in use")
          .hasMessageContaining("--port");
    }
  }

  @Test
  void free_ports_are_no_reason_to_complain() {
    assertThatCode(() -> PortCheck.allFree(Ports.free())).doesNotThrowAnyException();
  }

  @Test
  void a_port_that_leaves_no_room_for_the_others_is_refused() {
    assertThatThrownBy(() -> new Ports(65_530)).hasMessageContaining("--port has to be between");
  }
}
