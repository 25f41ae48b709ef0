package dev.liveartifacts.demo.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DoorTest {
  private final Door door = door(true);

  @Test
  void row_8_a_foreign_host_name_does_not_get_in() {
    assertThat(door.lets("/crm/mcp", "localhost", null, true)).isTrue();
    assertThat(door.lets("/crm/mcp", "evil.example", null, true)).isFalse();
    assertThat(door.lets("/crm/mcp", null, null, true)).isFalse();
  }

  @Test
  void row_8_a_foreign_page_does_not_get_in() {
    assertThat(door.lets("/crm/mcp", "localhost", "http://localhost:6274", true)).isTrue();
    assertThat(door.lets("/crm/mcp", "localhost", "https://evil.example", true)).isFalse();
    assertThat(door.lets("/crm/mcp", "localhost", "null", true)).isFalse();
    assertThat(door.lets("/crm/mcp", "localhost", "::not a uri::", true)).isFalse();
  }

  @Test
  void row_8_the_switches_are_for_programs_on_this_machine() {
    assertThat(door.lets("/faults/crm", "localhost", null, true)).isTrue();
    assertThat(door.lets("/faults/crm", "localhost", null, false)).isFalse();
    assertThat(door.lets("/counts", "localhost", "http://localhost:8080", true)).isFalse();
  }

  @Test
  void the_switches_are_closed_unless_they_are_asked_for() {
    assertThat(door(false).lets("/faults/crm", "localhost", null, true)).isFalse();
    assertThat(door(false).lets("/counts", "localhost", null, true)).isFalse();
    assertThat(door(false).lets("/crm/mcp", "localhost", null, true)).isTrue();
  }

  private static Door door(boolean faults) {
    return new Door(
        new DemoConfig() {
          @Override
          public boolean faults() {
            return faults;
          }

          @Override
          public Set<String> hosts() {
            return Set.of("localhost", "127.0.0.1");
          }

          @Override
          public Map<String, String> tokens() {
            return Map.of();
          }
        });
  }
}
