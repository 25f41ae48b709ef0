package dev.liveartifacts.artifact.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  @Test
  void addresses_of_one_subscriber_are_one_network() {
    assertThat(ClientAddress.of("2001:db8:1:2::1").network())
        .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff::9").network())
        .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1").network());
    assertThat(ClientAddress.of("203.0.113.7").network()).isEqualTo("203.0.113.7");
    assertThat(ClientAddress.of("::ffff:203.0.113.7").network()).isEqualTo("203.0.113.7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "_hidden", "203.0.113.7, 10.0.0.1", "drop table"})
  void what_is_no_address_is_not_taken_for_one(String said) {
    assertThat(ClientAddress.of(said).text()).isEqualTo("unknown");
    assertThat(ClientAddress.of(said).network()).isEqualTo("unknown");
  }
}
