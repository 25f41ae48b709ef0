package dev.liveartifacts.connector.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PermissionTest {
  private static final ConnectorPolicy MIXED =
      new ConnectorPolicy(Policy.ASK, Policy.BLOCK, Treatment.READS);

  @ParameterizedTest
  @CsvSource({
    // what it says, what it said; treated as, may
    "READS,   READS,   READS,  ALLOW",
    "WRITES,  WRITES,  WRITES, ASK",
    "NOTHING, NOTHING, WRITES, ASK",
    "WRITES,  READS,   WRITES, ASK",
    "NOTHING, READS,   WRITES, ASK",
    "READS,   WRITES,  WRITES, ASK",
    "READS,   NOTHING, WRITES, ASK",
  })
  void without_a_word_of_the_administrator_only_what_always_said_that_it_reads_reads(
      Claim now, Claim known, Treatment treatment, Policy policy) {
    assertThat(Permission.of(Policies.NONE, "t", now, known))
        .isEqualTo(new Permission(treatment, policy, PolicySource.DEFAULT));
  }

  @ParameterizedTest
  @CsvSource({
    "READS,   READS,   READS,  ASK",
    "WRITES,  WRITES,  WRITES, BLOCK",
    "NOTHING, NOTHING, READS,  ASK",
    "WRITES,  NOTHING, WRITES, BLOCK",
    "NOTHING, WRITES,  WRITES, BLOCK",
    "READS,   WRITES,  WRITES, BLOCK",
  })
  void the_connectors_policy_holds_for_what_a_tool_is_treated_as(
      Claim now, Claim known, Treatment treatment, Policy policy) {
    Policies policies = new Policies(MIXED, Map.of("another", Policy.ALLOW));

    assertThat(Permission.of(policies, "t", now, known))
        .isEqualTo(new Permission(treatment, policy, PolicySource.CONNECTOR));
  }

  @ParameterizedTest
  @EnumSource
  void a_tools_own_policy_wins_and_does_not_change_what_the_tool_is(Policy own) {
    Policies policies = new Policies(MIXED, Map.of("t", own));

    assertThat(Permission.of(policies, "t", Claim.WRITES, Claim.WRITES))
        .isEqualTo(new Permission(Treatment.WRITES, own, PolicySource.TOOL));
  }

  @Test
  void whoever_deploys_with_the_defaults_has_writes_confirmed_and_silence_taken_for_writing() {
    assertThat(ConnectorPolicy.DEFAULT)
        .isEqualTo(new ConnectorPolicy(Policy.ALLOW, Policy.ASK, Treatment.WRITES));
  }
}
